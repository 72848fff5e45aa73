import type { Partner, SaveService, Service, ServiceView } from '@/bindings'
import type { Versioned } from '@/shared/lib/draft'
import type { Problems } from '@/shared/lib/form'
import { fields, rows } from '@/shared/lib/merge'
import { t } from '@/shared/strings'
import { hoursOf, minutesOf } from './words'

/** One who took part, with the hours as they are typed. */
export interface ShareValues {
  partner_id: string
  name: string
  hours: string
}

/** What the form of a service record holds. */
export interface ServiceValues {
  date: string | null
  community_id: string | null
  place: string
  content: string
  shares: ShareValues[]
  people_served: number | null
  /** 1 to 5; 0 when nobody was asked. */
  satisfaction: number
  confirmed_by: string
  confirmed_on: string | null
  note: string
}

const MOST_MINUTES = 24 * 60

export function serviceValues(
  view: ServiceView | null,
  partner: Partner | null,
  community: string | null,
  today: string,
): ServiceValues {
  const service = view?.service
  const first = partner ? [{ partner_id: partner.id, name: partner.name, hours: '' }] : []
  return {
    date: service?.date ?? today,
    community_id: service ? service.community_id : (partner?.community_id ?? community),
    place: service?.place ?? '',
    content: service?.content ?? '',
    shares:
      view?.shares.map(({ partner_id, partner_name, minutes }) => ({
        partner_id,
        name: partner_name,
        hours: hoursOf(minutes),
      })) ?? first,
    people_served: service?.people_served ?? null,
    satisfaction: service?.satisfaction ?? 0,
    confirmed_by: service?.confirmed_by ?? '',
    confirmed_on: service?.confirmed_on ?? null,
    note: service?.note ?? '',
  }
}

/** A service record with the version it is saved under. */
export type KeptService = ServiceView & Versioned

export const keptService = (view: ServiceView): KeptService => ({ ...view, version: view.service.version })

/** What was known of a service record, with the newer record itself. */
export function newerService(service: Service, known: KeptService | null): KeptService {
  return keptService({ ...(known ?? { community: null, shares: [] }), service })
}

/** Everybody who took part is merged on their own. */
export const mergeService = fields<ServiceValues>({
  shares: rows({ key: ({ partner_id }) => partner_id, name: ({ name }) => name }),
})

const fits = (hours: string) => {
  const minutes = minutesOf(hours)
  return minutes !== null && minutes >= 1 && minutes <= MOST_MINUTES
}

export function checkService(values: ServiceValues, today: string): Problems<ServiceValues> {
  const problems: Problems<ServiceValues> = {}
  if (!values.date) problems.date = t('partners.service.dateMissing')
  else if (values.date > today) problems.date = t('partners.service.dateLate')
  if (!values.content.trim()) problems.content = t('partners.service.contentMissing')
  if (values.shares.length === 0) problems.shares = t('partners.service.partnersMissing')
  else if (!values.shares.every(({ hours }) => fits(hours))) problems.shares = t('partners.service.hoursWrong')
  return problems
}

/** The form as the core takes it. Minutes that were shown rounded and not touched stay as they are kept. */
export function serviceArguments(values: ServiceValues, view: ServiceView | null, version: number): SaveService {
  const { satisfaction, shares, date, ...rest } = values
  const kept = (partner: string) => view?.shares.find(({ partner_id }) => partner_id === partner)?.minutes
  const minutes = ({ partner_id, hours }: ShareValues) => {
    const before = kept(partner_id)
    return before !== undefined && hoursOf(before) === hours.trim() ? before : (minutesOf(hours) ?? 0)
  }
  return {
    ...rest,
    date: date ?? '',
    version,
    satisfaction: satisfaction === 0 ? null : satisfaction,
    confirmed_on: values.confirmed_by.trim() ? values.confirmed_on : null,
    shares: shares.map((share) => ({ partner_id: share.partner_id, minutes: minutes(share) })),
    ...(view ? { id: view.service.id } : {}),
  }
}
