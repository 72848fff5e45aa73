import type { PartnerView } from '@/bindings'
import { t } from '@/shared/strings'
import { fuzzyWord, hoursOf, kindWord, stateWord } from './words'

/** The record as label and value; `phone` is the whole number once it was asked for. */
export function factsOf(view: PartnerView, phone: string): { label: string; value: string }[] {
  const { partner, community, unit_name, ever, same_number } = view
  const term = partner.term_from && partner.term_to ? t('partners.record.termSpan', { from: fuzzyWord(partner.term_from), to: fuzzyWord(partner.term_to) }) : ''
  const steps = partner.steps.map(({ state, date, note }) => `${fuzzyWord(date)} ${stateWord(state)}${note ? `（${note}）` : ''}`)
  const facts = [
    { label: t('partners.column.kind'), value: kindWord(partner.kind) },
    { label: t('partners.column.community'), value: community ?? t('partners.wholeStreet') },
    { label: t('partners.record.unit'), value: unit_name ?? '' },
    { label: t('partners.record.contact'), value: partner.contact_name },
    { label: t('partners.column.phone'), value: phone || partner.phone },
    { label: t('partners.column.skills'), value: partner.skills.join('、') },
    { label: t('partners.column.times'), value: partner.times.join('、') },
    { label: t('partners.record.services'), value: partner.services },
    { label: t('partners.record.discount'), value: partner.discount },
    { label: t('partners.column.number'), value: partner.number },
    { label: t('partners.record.same'), value: same_number.length > 0 ? t('partners.record.sameText', { names: same_number.join('、') }) : '' },
    { label: t('partners.record.term'), value: term },
    { label: t('partners.record.steps'), value: steps.join('；') },
    { label: t('partners.record.ever'), value: t('partners.record.everText', { count: ever.services, hours: hoursOf(ever.minutes), people: ever.people }) },
    { label: t('partners.record.note'), value: partner.note },
  ]
  return facts.filter(({ value }) => value !== '')
}
