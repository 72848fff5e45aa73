import { describe, expect, it } from 'vitest'
import type { MappedSheet, ScoresPreview } from '@/bindings'
import { obstacle, outcomeText, scoresSource } from './importing'

const undecided = { create: false, skip: false, chosen: {} }
const none = { total: 0, created: 0, changed: 0, unchanged: 0 }
const sheet: MappedSheet = { sheet: '表', header_row: 2, headings: ['楼栋'], columns: [], missing: [] }
const preview: ScoresPreview = {
  file_hash: 'a1',
  mapping: [sheet],
  other_months: [],
  month: '2026-10',
  period_id: null,
  scheme: '通用',
  sheets: none,
  compounds: 0,
  buildings: 0,
  small_scopes: 0,
  unfilled: 0,
  replaced: 0,
  communities_to_create: [],
  compounds_to_create: [],
  buildings_to_create: [],
  stairwells_to_create: [],
  wrong_rows: 0,
  faults: [],
  corrections: [],
  rows: [],
  rows_left_out: 0,
  error_copy: null,
}

describe('an import of score sheets', () => {
  it('waits for headings, places and wrong rows in turn', () => {
    const lacking = {
      ...preview,
      mapping: [{ ...sheet, missing: ['安全（40分）'] }],
      buildings_to_create: ['1号楼'],
      wrong_rows: 1,
    }
    expect(obstacle(lacking, undecided)).toContain('必需的列')
    const located = { ...lacking, mapping: [sheet] }
    expect(obstacle(located, undecided)).toContain('小区楼栋')
    expect(obstacle(located, { ...undecided, create: true })).toBeTruthy()
    expect(obstacle(located, { ...undecided, create: true, skip: true })).toBeNull()
  })

  it('is worthwhile where something is new or not yet read', () => {
    const { changes } = scoresSource(() => ({ period: null, columns: [] }))
    expect(changes(preview)).toBe(false)
    expect(changes({ ...preview, sheets: { ...none, changed: 1 } })).toBe(true)
    expect(changes({ ...preview, mapping: [{ ...sheet, missing: ['楼栋'] }] })).toBe(true)
  })

  it('tells what it did', () => {
    const outcome = {
      period_id: 'p',
      sheets: { ...none, created: 2 },
      communities_created: 0,
      compounds_created: 1,
      buildings_created: 2,
      stairwells_created: 0,
      skipped_rows: 3,
    }
    expect(outcomeText(outcome)).toContain('跳过了 3 行')
  })
})
