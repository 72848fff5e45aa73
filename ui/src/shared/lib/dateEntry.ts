/** Reads a day or a month as people write it. Pure: what today is comes with the question. */

export type DateKind = 'date' | 'month'

export type DateEntry =
  | { is: 'empty' }
  | { is: 'value'; value: string }
  /** More than one day may be meant: the year is in doubt, or the digits read two ways. The nearest stands first. */
  | { is: 'doubt'; choices: string[] }
  | { is: 'wrong'; why: 'unknown' | 'unreal' }

/** A written year is as far away as this at most, in days, before its year is in doubt. */
const CERTAIN = 183
const DAY_MS = 86_400_000
const NUMERALS = '〇一二三四五六七八九'
const UNKNOWN: DateEntry = { is: 'wrong', why: 'unknown' }
const UNREAL: DateEntry = { is: 'wrong', why: 'unreal' }

const pad = (number: number, length = 2) => String(number).padStart(length, '0')
const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
const textOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const value = (text: string | null): DateEntry => (text === null ? UNREAL : { is: 'value', value: text })

export const addDays = (day: string, count: number) => textOf(time(day) + count * DAY_MS)
/** Monday 1 to Sunday 7. */
export const weekdayOf = (day: string) => new Date(time(day)).getUTCDay() || 7

/** `2026-02-30` is no day. */
function dayOf(year: number, month: number, day: number): string | null {
  const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  const ms = time(text)
  return Number.isNaN(ms) || textOf(ms) !== text ? null : text
}

const monthOf = (year: number, month: number) => (month >= 1 && month <= 12 ? `${pad(year, 4)}-${pad(month)}` : null)
/** `26` is 2026: an office's papers are of this century. */
const yearOf = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text))
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `二十八` → 28, `二〇二六` → 2026. */
function numeral(text: string): string {
  const digit = (character: string) => NUMERALS.indexOf(character === '零' ? '〇' : character)
  if (!text.includes('十')) return [...text].map(digit).join('')
  const [tens = '', ones = ''] = text.split('十')
  return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)))
}

/** One way of writing: half-width digits, one kind of separator, no weekday or time behind the day. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[〇零一二三四五六七八九十]+/g, numeral)
    .replace(/(\d[日号]?)\s*[(（[]?(?:星期|周|礼拜)[1-7日天][)）\]]?/g, '$1')
    .replace(/[ T]+(?:上午|下午|晚上|中午)?\s*\d{1,2}[:点时].*$/, '')
    .replace(/\s*([-./年月日号,、。])\s*/g, '$1')
    .replace(/[./、。,\\]/g, '-')
    .replace(/-$/, '')
    .trim()
}

/** The one meant, where the year was not written: this year's, unless last or next year's is as likely. */
function nearest(of: (year: number) => string | null, today: string): DateEntry {
  const year = Number(today.slice(0, 4))
  const away = (text: string) => Math.abs(time(text.length === 7 ? `${text}-15` : text) - time(today)) / DAY_MS
  const here = of(year)
  if (here === null) return UNREAL
  if (away(here) <= CERTAIN) return value(here)
  const others = [of(year - 1), of(year + 1)].filter((text) => text !== null)
  const other = others.sort((a, b) => away(a) - away(b))[0]
  return { is: 'doubt', choices: [here, ...(other ? [other] : [])].sort((a, b) => away(a) - away(b)) }
}

const SHIFTS: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
}
const shiftOf = (word: string) => [...word].reduce((sum, each) => sum + (each === '下' ? 1 : each === '上' ? -1 : 0), 0)

/** `下周三`, `3天后`, `后天`: days counted from today. Weeks begin on Monday. */
function counted(text: string, today: string): string | null {
  if (text in SHIFTS) return addDays(today, SHIFTS[text] ?? 0)
  const week = /^(本|这|上{1,2}|下{1,2})?个?(?:星期|周|礼拜)([1-7日天])$/.exec(text)
  if (week) {
    const day = Number(week[2]) || 7
    return addDays(today, shiftOf(week[1] ?? '') * 7 + day - weekdayOf(today))
  }
  const days = /^(\d{1,3})(天|日|周|个星期)(后|前)$/.exec(text)
  if (!days) return null
  return addDays(today, Number(days[1]) * (days[2] === '天' || days[2] === '日' ? 1 : 7) * (days[3] === '后' ? 1 : -1))
}

/** The month `下个月` is, counted from today; the present one for `本月` and for nothing. */
function monthFrom(word: string, today: string): { year: number; month: number } {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + shiftOf(word)
  return { year: Math.floor(at / 12), month: (at % 12) + 1 }
}

/** `月底`, `下月5号`, `12月底`, `年底`, `18日`: a day within a month that is known. */
function within(text: string, today: string): DateEntry | null {
  const match = /^(本|这|上|下)?(?:个月(?=月))?个?(月底|月末|月初|月)?(?:(\d{1,2})[日号])?$/.exec(text)
  if (match && (match[3] || (match[2] && match[2] !== '月'))) {
    const { year, month } = monthFrom(match[1] ?? '', today)
    const day = match[3] ? Number(match[3]) : match[2] === '月初' ? 1 : lastDay(year, month)
    return value(dayOf(year, month, day))
  }
  if (/^(今年)?年[底末]$|^今年底$/.test(text)) return value(`${today.slice(0, 4)}-12-31`)
  const end = /^(?:(\d{4})年)?(\d{1,2})月[底末]$/.exec(text)
  if (!end) return null
  const month = Number(end[2])
  if (month < 1 || month > 12) return UNREAL
  const of = (year: number) => dayOf(year, month, lastDay(year, month))
  return end[1] ? value(of(Number(end[1]))) : nearest(of, today)
}

/** `1218`, `118`, `261218`, `20261218`. */
function digits(text: string, today: string): DateEntry {
  const [a, b] = [Number(text.slice(0, -2)), Number(text.slice(-2))]
  if (text.length === 8) return value(dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), b))
  if (text.length === 6) return value(dayOf(yearOf(text.slice(0, 2)), Number(text.slice(2, 4)), b))
  if (text.length === 4) return nearest((year) => dayOf(year, a, b), today)
  if (text.length !== 3) return UNKNOWN
  // `118` is 1月18日 or 11月8日.
  const ways = [
    nearest((year) => dayOf(year, a, b), today),
    nearest((year) => dayOf(year, Number(text.slice(0, 2)), Number(text[2])), today),
  ]
  const choices = ways.flatMap((way) => (way.is === 'value' ? [way.value] : way.is === 'doubt' ? way.choices : []))
  if (choices.length === 0) return UNREAL
  return choices.length === 1 ? value(choices[0] ?? null) : { is: 'doubt', choices }
}

/** `去年12月8日` with its year as a number. */
function withYear(text: string, today: string): string {
  const years: Record<string, number> = { 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 }
  return text.replace(
    /^([前去今明后])年(?=\d)/,
    (_, word: string) => `${Number(today.slice(0, 4)) + (years[word] ?? 0)}年`,
  )
}

const FULL = /^(\d{4}|\d{2})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})[日号]?$/
const SHORT = /^(\d{1,2})(?:月|-)(\d{1,2})[日号]?$/
/** A day in the middle of pasted text: only where it is written out. */
const INSIDE = /\d{4}年\d{1,2}月\d{1,2}[日号]|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}[日号]/

function readDay(text: string, today: string): DateEntry {
  const known = counted(text, today)
  if (known) return value(known)
  if (/^\d+$/.test(text)) return digits(text, today)
  const full = FULL.exec(text)
  if (full) return value(dayOf(yearOf(full[1] ?? ''), Number(full[2]), Number(full[3])))
  const short = SHORT.exec(text)
  if (short) return nearest((year) => dayOf(year, Number(short[1]), Number(short[2])), today)
  const part = within(text, today)
  if (part) return part
  const inside = INSIDE.exec(text)?.[0]
  return inside && inside !== text ? readDay(inside, today) : UNKNOWN
}

function readMonth(text: string, today: string): DateEntry {
  const near = /^(本|这|上|下)个?月$/.exec(text)
  if (near) {
    const { year, month } = monthFrom(near[1] ?? '', today)
    return value(monthOf(year, month))
  }
  const full = /^(\d{4}|\d{2})(?:年|-)(\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  if (full) return value(monthOf(yearOf(full[1] ?? ''), Number(full[2])))
  const short = /^(\d{1,2})月?$/.exec(text)
  if (short) return nearest((year) => monthOf(year, Number(short[1])), today)
  // A day that was pasted names its month.
  const day = readDay(text, today)
  return day.is === 'value' ? value(day.value.slice(0, 7)) : UNKNOWN
}

/** What a person meant by `text`, on the day `today`. */
export function readDate(text: string, today: string, kind: DateKind = 'date'): DateEntry {
  const written = withYear(plain(text), today)
  if (written === '') return { is: 'empty' }
  return kind === 'month' ? readMonth(written, today) : readDay(written, today)
}
