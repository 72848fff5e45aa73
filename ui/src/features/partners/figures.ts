import type { PartnerFigure, PartnerFigures } from '@/bindings'
import { addMonths, monthOfDate, partsOf } from '@/shared/lib/month'
import { percent } from '@/shared/lib/percent'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { hoursOf } from './words'

export type Span = { from: string; to: string }
export type Preset = 'month' | 'quarter' | 'year' | 'lastYear'
export const PRESETS: readonly Preset[] = ['month', 'quarter', 'year', 'lastYear']

/** First and last day of a preset, seen from today. */
export function spanOf(preset: Preset, today: string): Span {
  const { year, month } = partsOf(monthOfDate(today))
  const quarter = addMonths(`${year}-01`, Math.floor((month - 1) / 3) * 3)
  const spans: Record<Preset, Span> = {
    month: { from: `${monthOfDate(today)}-01`, to: today },
    quarter: { from: `${quarter}-01`, to: today },
    year: { from: `${year}-01-01`, to: today },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  }
  return spans[preset]
}

/** A rate with what it is made of: `75.0%（3 / 4）`. */
export const rateText = ({ part, whole }: { part: number; whole: number }): string =>
  whole === 0 ? '—' : `${percent(part, whole)}（${t('partners.figures.of', { part, whole })}）`

/** What partners and volunteers did, each a card of figures. */
export function cardOf(label: string, figure: PartnerFigure) {
  return {
    label,
    figures: [
      { label: t('partners.figures.serving'), value: String(figure.serving), unit: t('partners.figures.servingUnit') },
      {
        label: t('partners.figures.services'),
        value: String(figure.services),
        unit: t('partners.figures.servicesUnit'),
      },
      { label: t('partners.figures.hours'), value: hoursOf(figure.minutes), unit: t('partners.figures.hoursUnit') },
      { label: t('partners.figures.people'), value: String(figure.people), unit: t('partners.figures.peopleUnit') },
    ],
    rates: [
      { label: t('partners.figures.active'), value: rateText(figure.active) },
      { label: t('partners.figures.satisfied'), value: rateText(figure.satisfied) },
      { label: t('partners.figures.confirmed'), value: rateText(figure.confirmed) },
    ],
  }
}

/** The columns of a table of figures, by kind or by community. */
export const figureColumns = (first: string): readonly Column<PartnerFigure>[] => [
  { key: 'label', label: first, text: (row) => row.label, width: 'minmax(8rem, 1.5fr)' },
  { key: 'serving', label: t('partners.figures.serving'), text: (row) => row.serving, align: 'right', width: '5rem' },
  {
    key: 'active',
    label: t('partners.figures.active'),
    text: (row) => rateText(row.active),
    align: 'right',
    width: '10rem',
  },
  {
    key: 'services',
    label: t('partners.figures.services'),
    text: (row) => row.services,
    align: 'right',
    width: '6.5rem',
  },
  {
    key: 'hours',
    label: t('partners.figures.hours'),
    text: (row) => t('partners.hours', { hours: hoursOf(row.minutes) }),
    align: 'right',
    width: '8rem',
  },
  { key: 'people', label: t('partners.figures.people'), text: (row) => row.people, align: 'right', width: '6.5rem' },
  {
    key: 'satisfied',
    label: t('partners.figures.satisfied'),
    text: (row) => rateText(row.satisfied),
    align: 'right',
    width: '10rem',
  },
  {
    key: 'confirmed',
    label: t('partners.figures.confirmed'),
    text: (row) => rateText(row.confirmed),
    align: 'right',
    width: '10rem',
  },
]

const inHours = (minutes: number) => Math.round(minutes / 6) / 10

/** Hours of each month of the period that had any, for a chart. */
export const monthBars = ({ months }: PartnerFigures) => ({
  names: months.map(({ month }) => month.replace(/^(\d+)-0?(\d+)$/, '$1.$2')),
  series: [
    {
      name: t('partners.figures.withoutVolunteers'),
      colour: 'chart-doing',
      values: months.map(({ partners }) => inHours(partners)),
    },
    {
      name: t('partners.figures.volunteers'),
      colour: 'chart-done',
      values: months.map(({ volunteers }) => inHours(volunteers)),
    },
  ],
})
/** Hours of each kind, for a chart. */
export const kindBars = ({ kinds }: PartnerFigures) => ({
  names: kinds.map(({ label }) => label),
  values: kinds.map(({ minutes }) => inHours(minutes)),
})
