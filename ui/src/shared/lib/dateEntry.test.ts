import { describe, expect, it } from 'vitest'
import { readDate, weekdayOf, type DateKind } from './dateEntry'

/** A Tuesday. */
const TODAY = '2026-12-01'
const read = (text: string, today = TODAY, kind: DateKind = 'date') => readDate(text, today, kind)
const day = (value: string) => ({ is: 'value', value })

describe('a day with its year', () => {
  it.each([
    ['2026-12-18', '2026-12-18'],
    ['2026/12/8', '2026-12-08'],
    ['2026.12.8', '2026-12-08'],
    ['2026年12月8日', '2026-12-08'],
    ['2026年12月8号', '2026-12-08'],
    ['26-12-8', '2026-12-08'],
    ['26.1.5', '2026-01-05'],
    ['20261218', '2026-12-18'],
    ['261218', '2026-12-18'],
    ['２０２６年１２月８日', '2026-12-08'],
    ['二〇二六年十二月二十八日', '2026-12-28'],
    ['2026 年 12 月 8 日', '2026-12-08'],
    ['2026-12-08 14:30', '2026-12-08'],
    ['2026年12月8日（星期二）', '2026-12-08'],
    ['2026年12月8日（周二）下午', '2026-12-08'],
    ['会议时间：2026年12月8日（星期二）下午2:30', '2026-12-08'],
    ['定于12月8日召开', '2026-12-08'],
    ['去年12月8日', '2025-12-08'],
    ['明年1月5日', '2027-01-05'],
    [' 2026-12-18\n', '2026-12-18'],
  ])('%s', (text, meant) => expect(read(text)).toEqual(day(meant)))
})

describe('a day without its year', () => {
  it.each([
    ['12-18', '2026-12-18'],
    ['12月8日', '2026-12-08'],
    ['1218', '2026-12-18'],
    ['12.18', '2026-12-18'],
    ['12/18', '2026-12-18'],
    ['１２．１８', '2026-12-18'],
    ['11-30', '2026-11-30'],
    ['十二月八日', '2026-12-08'],
    ['18日', '2026-12-18'],
    ['18号', '2026-12-18'],
  ])('%s is the near one', (text, meant) => expect(read(text)).toEqual(day(meant)))

  it('asks where another year is nearer, and offers that first', () => {
    expect(read('1-5')).toEqual({ is: 'doubt', choices: ['2027-01-05', '2026-01-05'] })
    expect(read('5月1日')).toEqual({ is: 'doubt', choices: ['2027-05-01', '2026-05-01'] })
    expect(read('12-30', '2026-01-04')).toEqual({ is: 'doubt', choices: ['2025-12-30', '2026-12-30'] })
  })

  it('is never of 2001', () => {
    for (const text of ['12-18', '1218', '5-1', '12月8日', '3.5'])
      for (const today of ['2026-01-01', '2026-06-30', TODAY])
        expect(JSON.stringify(read(text, today))).not.toContain('2001')
  })

  it('asks where three digits read two ways', () => {
    expect(read('118')).toEqual({ is: 'doubt', choices: ['2027-01-18', '2026-01-18', '2026-11-08'] })
    expect(read('131', '2026-02-01')).toEqual(day('2026-01-31'))
  })
})

describe('a day by words', () => {
  it.each([
    ['今天', '2026-12-01'],
    ['明天', '2026-12-02'],
    ['大后天', '2026-12-04'],
    ['昨天', '2026-11-30'],
    ['周三', '2026-12-02'],
    ['周日', '2026-12-06'],
    ['本周一', '2026-11-30'],
    ['下周三', '2026-12-09'],
    ['下星期天', '2026-12-13'],
    ['下下周一', '2026-12-14'],
    ['上周五', '2026-11-27'],
    ['礼拜六', '2026-12-05'],
    ['3天后', '2026-12-04'],
    ['三天后', '2026-12-04'],
    ['2周后', '2026-12-15'],
    ['月底', '2026-12-31'],
    ['本月底', '2026-12-31'],
    ['下月底', '2027-01-31'],
    ['上个月月底', '2026-11-30'],
    ['月初', '2026-12-01'],
    ['下月5号', '2027-01-05'],
    ['11月底', '2026-11-30'],
    ['2028年2月底', '2028-02-29'],
    ['年底', '2026-12-31'],
  ])('%s', (text, meant) => expect(read(text)).toEqual(day(meant)))

  it('counts weeks from Monday, on a Sunday too', () => {
    expect(weekdayOf('2026-12-06')).toBe(7)
    expect(read('下周一', '2026-12-06')).toEqual(day('2026-12-07'))
    expect(read('周一', '2026-12-06')).toEqual(day('2026-11-30'))
  })
})

describe('what is no day', () => {
  it.each(['2026-02-29', '2-30', '13-1', '1332', '20261301', '2026年13月1日'])('%s is not real', (text) =>
    expect(read(text)).toEqual({ is: 'wrong', why: 'unreal' }),
  )

  it.each(['等通知', '12', '8', '12月', 'abc', '12345', '下周'])('%s is not understood', (text) =>
    expect(read(text)).toEqual({ is: 'wrong', why: 'unknown' }),
  )

  it('is empty', () => expect(read('  ')).toEqual({ is: 'empty' }))
})

describe('a month', () => {
  it.each([
    ['2026-12', '2026-12'],
    ['2026年3月', '2026-03'],
    ['202603', '2026-03'],
    ['11月', '2026-11'],
    ['12', '2026-12'],
    ['本月', '2026-12'],
    ['下月', '2027-01'],
    ['上个月', '2026-11'],
    ['明年3月', '2027-03'],
    ['2026-12-18', '2026-12'],
  ])('%s', (text, meant) => expect(read(text, TODAY, 'month')).toEqual(day(meant)))

  it('asks where the year is in doubt', () => {
    expect(read('2月', TODAY, 'month')).toEqual({ is: 'doubt', choices: ['2027-02', '2026-02'] })
  })

  it('is not 13', () => expect(read('13月', TODAY, 'month')).toEqual({ is: 'wrong', why: 'unreal' }))
})
