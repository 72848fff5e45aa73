import type { Partner, PartnerState } from '@/bindings'
import { STATES } from './words'

const NEXT: Record<PartnerState, readonly PartnerState[]> = {
  recruited: ['assessed', 'left'],
  assessed: ['appointed', 'left'],
  appointed: ['renewed', 'left'],
  renewed: ['renewed', 'left'],
  left: ['recruited'],
}

/** The steps that every one of these partners may take; the core has the last word. */
export function commonSteps(partners: readonly Pick<Partner, 'state'>[]): PartnerState[] {
  return partners.length === 0
    ? []
    : STATES.filter((state) => partners.every((partner) => NEXT[partner.state].includes(state)))
}
