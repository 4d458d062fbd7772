import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const TAURI = {
  group: ['@tauri-apps/*'],
  message: 'The host is reached through src/platform only.',
}
const FEATURES = {
  group: ['@/features/*', '@/views/*', '../features/*', '../views/*', '../../features/*', '../../views/*'],
  message: 'Shared parts import no feature and no view.',
}
const VIEWS = { group: ['@/views/*', '../views/*', '../../views/*'], message: 'Features import no view.' }
const FAKE = {
  group: ['**/platform/fake', '**/platform/fake/*'],
  message: 'Sample data is for development only.',
}

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/wire/'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue', '**/*.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': [
        'error',
        { name: 'parseFloat', message: 'Scores are integers of hundredths.' },
      ],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // Words belong in src/texts; punctuation and signs may stand in a template.
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: [
            '·',
            '—',
            '/',
            '✓',
            '✕',
            '–',
            '-',
            '(',
            ')',
            '（',
            '）',
            '×',
            '#',
            '‹',
            '›',
            '*',
            '%',
            '.',
            '∅',
            '▲',
            '▼',
            '+',
            '…',
            '：',
          ],
        },
      ],
    },
  },
  { files: ['src/**/*.{ts,vue}'], rules: restrict(TAURI, FAKE) },
  { files: ['src/shared/**/*.{ts,vue}'], rules: restrict(TAURI, FAKE, FEATURES) },
  { files: ['src/features/**/*.{ts,vue}'], rules: restrict(TAURI, FAKE, VIEWS) },
  { files: ['src/platform/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/platform/fake/**'], rules: { 'no-restricted-imports': 'off' } },
  // The message files are lists, and one file a language is the rule.
  prettier,
)
