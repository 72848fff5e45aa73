import type { DocumentKind, Partner } from '@/bindings'
import { showPaper } from '@/shared/lib/paper'
import { t } from '@/shared/strings'
import { serves } from './words'

/** The papers of one partner each. */
export type PartnerPaper = Extract<
  DocumentKind,
  'partner_certificate' | 'partner_plaque' | 'partner_agreement' | 'service_proof'
>

const isPerson = ({ kind }: Pick<Partner, 'kind'>) => kind !== 'unit' && kind !== 'merchant'

/** The papers that every one of these partners may have: people a 聘书, units and shops 授牌 and 合作协议. */
export function papersOf(partners: readonly Pick<Partner, 'kind' | 'state'>[]): PartnerPaper[] {
  if (partners.length === 0) return []
  const appointed = partners.every(({ state }) => serves(state))
  if (appointed && partners.every(isPerson)) return ['partner_certificate', 'service_proof']
  if (appointed && !partners.some(isPerson)) return ['partner_plaque', 'partner_agreement', 'service_proof']
  return ['service_proof']
}

/** Shows a paper of one partner, or of several in one file with a bookmark for each. */
export function showPapers(kind: PartnerPaper, partners: readonly Pick<Partner, 'id' | 'name'>[]): void {
  const [only] = partners
  const whose = partners.length === 1 ? (only?.name ?? '') : t('partners.papers.several', { count: partners.length })
  showPaper(`${whose} · ${t(`meetings.paper.${kind}`)}`, { kind, partner_ids: partners.map(({ id }) => id) })
}
