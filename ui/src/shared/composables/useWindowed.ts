import { computed, ref, type Ref } from 'vue'

const ROW = 36
const SLACK = 20
const PAGE = 60

/** Draws only the rows near the eye once a list is long. Rows have one height (`--row`). */
export function useWindowed(box: Ref<HTMLElement | null>, count: Ref<number>) {
  const top = ref(0)
  const whole = computed(() => count.value <= 200)
  const from = computed(() =>
    whole.value ? 0 : Math.max(0, Math.min(count.value, Math.floor(top.value / ROW)) - SLACK),
  )
  const to = computed(() =>
    whole.value ? count.value : Math.min(count.value, from.value + PAGE + 2 * SLACK),
  )
  const before = computed(() => from.value * ROW)
  const after = computed(() => (count.value - to.value) * ROW)

  const onScroll = () => (top.value = box.value?.scrollTop ?? 0)

  /** Scrolls so that the row is drawn and in sight. */
  function reveal(index: number) {
    const element = box.value
    if (element === null) return
    const head = ROW
    const at = index * ROW
    if (at < element.scrollTop) element.scrollTop = at
    else if (at + ROW + head > element.scrollTop + element.clientHeight) {
      element.scrollTop = at + ROW + head - element.clientHeight
    }
    onScroll()
  }

  return { from, to, before, after, onScroll, reveal }
}
