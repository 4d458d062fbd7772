import type { DraftLicence } from '@/wire/verbs'

/** Classes and uses of `use-life`, as the wire names them. */
export const CLASSES = [
  'car_small', 'car_medium', 'car_large', 'sedan_large', 'truck_micro', 'truck', 'tractor', 'low_speed_single',
  'low_speed_multi', 'special_with_load', 'special_without_load', 'trailer_full', 'semi_hazardous', 'semi_container',
  'semi_trailer', 'motorcycle_three_wheel', 'motorcycle', 'wheeled_machinery',
] as const // prettier-ignore
export const USES = [
  'private',
  'taxi',
  'rental',
  'driving_school',
  'bus',
  'commercial',
  'school_bus',
  'hazardous',
] as const

/** The texts of the form, in the order in which the papers of a car are read. */
export const TEXT_FIELDS = [
  { key: 'vin', kind: 'code', required: true },
  { key: 'plate', kind: 'code', required: true },
  { key: 'registered', kind: 'date', required: true },
  { key: 'manufactured', kind: 'date', required: false },
  { key: 'contract_no', kind: 'code', required: true },
  { key: 'hs_code', kind: 'number', required: true },
  { key: 'country', kind: 'text', required: true },
  { key: 'port', kind: 'text', required: true },
  { key: 'value', kind: 'number', required: true },
  { key: 'currency', kind: 'code', required: true },
] as const

/** The facts an officer answers: yes, no, or not known yet. */
export const FACTS = [
  'owner_is_exporter', 'lawful_source', 'inspection_passed', 'inspection_body_listed', 'encumbered',
  'customs_supervised', 'exported', 'deregistered', 'access_ok',
  'use_unchanged',
] as const // prettier-ignore

/** An empty request: every fact is unknown. */
export const emptyLicence = (enterprise: string, on: string): DraftLicence => ({
  enterprise,
  on,
  vin: '',
  plate: '',
  class: 'car_small',
  use: 'private',
  registered: '',
  manufactured: null,
  hs_code: '',
  contract_no: '',
  port: '',
  country: '',
  currency: 'USD',
  value: '',
  owner_is_exporter: null,
  lawful_source: null,
  inspection_passed: null,
  inspection_body_listed: null,
  encumbered: null,
  customs_supervised: null,
  exported: null,
  deregistered: null,
  access_ok: null,
  use_unchanged: null,
})
