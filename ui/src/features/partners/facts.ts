import type { PartnerView, ServiceSum } from '@/bindings'
import { fuzzyDateText } from '@/shared/lib/fuzzyDate'
import { t } from '@/shared/strings'
import { hoursOf, kindWord } from './words'

/** `3 次，4.5 小时，60 人次`. */
const sumText = ({ services, minutes, people }: ServiceSum) =>
  t('partners.record.sums', { count: services, hours: hoursOf(minutes), people })

/** `2026年1月至2028年12月`; nothing where no term is known. */
export function termText(from: string | null, to: string | null): string {
  return from && to ? t('partners.record.termSpan', { from: fuzzyDateText(from), to: fuzzyDateText(to) }) : ''
}

/** The record as label and value; `phone` is the whole number once it was asked for. */
export function factsOf(view: PartnerView, phone: string): { label: string; value: string }[] {
  const { partner, community, unit_name, this_year, ever, same_number } = view
  const facts = [
    { label: t('partners.column.kind'), value: kindWord(partner.kind) },
    { label: t('partners.column.community'), value: community ?? t('partners.wholeStreet') },
    { label: t('partners.record.unit'), value: unit_name ?? '' },
    { label: t('partners.record.contact'), value: partner.contact_name },
    { label: t('partners.column.phone'), value: phone || partner.phone },
    { label: t('partners.record.services'), value: partner.services },
    { label: t('partners.record.discount'), value: partner.discount },
    { label: t('partners.column.number'), value: partner.number },
    {
      label: t('partners.record.same'),
      value: same_number.length > 0 ? t('partners.record.sameText', { names: same_number.join('、') }) : '',
    },
    { label: t('partners.record.term'), value: termText(partner.term_from, partner.term_to) },
    { label: t('partners.record.year'), value: sumText(this_year) },
    { label: t('partners.record.ever'), value: sumText(ever) },
    { label: t('partners.record.note'), value: partner.note },
  ]
  return facts.filter(({ value }) => value !== '')
}
