import { describe, expect, it } from 'vitest'
import { changedBy, concerns } from './things'

describe('a change', () => {
  it('concerns what shows the thing, and nothing else', () => {
    const unit = changedBy('units.save')
    expect(concerns(unit, ['units.list'])).toBe(true)
    expect(concerns(unit, ['committees.get'])).toBe(true)
    expect(concerns(unit, ['partners.list'])).toBe(true)
    expect(concerns(unit, ['buildings.list'])).toBe(false)
    expect(concerns(unit, ['calendar.list'])).toBe(false)
    expect(concerns(unit, ['buildings.list', 'units.get'])).toBe(true)
  })

  it('concerns everything where nothing is known of it, or of who asked', () => {
    expect(concerns(changedBy('changes.undo'), ['calendar.list'])).toBe(true)
    expect(concerns(changedBy('ratings.importScores'), ['buildings.list'])).toBe(true)
    expect(concerns(changedBy('office.save'), ['backup.list'])).toBe(true)
    expect(concerns(changedBy('units.save'), ['desk.view'])).toBe(true)
    expect(concerns(changedBy('calendar.save'), [])).toBe(true)
  })

  it('of the backups is shown by nothing else', () => {
    expect(concerns(changedBy('backup.keep'), ['desk.view'])).toBe(false)
    expect(concerns(changedBy('backup.keep'), ['backup.list'])).toBe(true)
  })
})
