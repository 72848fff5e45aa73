import { ApiError } from '@/platform'
import { monthLabel } from '@/shared/lib/month'
import { t, type StringKey } from '@/shared/strings'

/** One thing that stands in the way of a plan, in words. */
export interface Obstacle {
  /** Committee and month. */
  where: string
  units: string
  rule: string
  remedy: string
}

interface Named {
  name: string
}
interface RuleShape {
  kind: string
  needed?: number
  limit?: number
}
interface CollisionShape {
  committee_name: string
  month: string
  units: Named[]
  rule: RuleShape
}
interface PlanErrorShape {
  kind: string
  data?: unknown
}

const KNOWN = new Set(['no_member', 'too_few_units', 'blocked_month', 'monthly_limit'])
const names = (list: readonly Named[]) => list.map(({ name }) => name).join('、')

function ofCollision({ committee_name, month, units, rule }: CollisionShape): Obstacle {
  const kind = KNOWN.has(rule.kind) ? rule.kind : 'other'
  const values = { needed: rule.needed ?? 0, limit: rule.limit ?? 0 }
  return {
    where: `${committee_name} ${monthLabel(month)}`,
    units: names(units),
    rule: t(`rota.rule.${kind}` as StringKey, values),
    remedy: t(`rota.remedy.${kind}` as StringKey),
  }
}

function ofCommittee({ name }: Named): Obstacle {
  return { where: name, units: '', rule: t('rota.rule.no_units'), remedy: t('rota.remedy.no_units') }
}

function isPlanError(detail: unknown): detail is PlanErrorShape {
  return typeof detail === 'object' && detail !== null && typeof (detail as PlanErrorShape).kind === 'string'
}

/** The obstacles named by a refused plan; none when it was refused for another reason. */
export function obstaclesOf(error: unknown): Obstacle[] {
  if (!(error instanceof ApiError) || error.code !== 'no_plan' || !isPlanError(error.detail)) return []
  const { kind, data } = error.detail
  if (kind === 'collision' && Array.isArray(data)) return (data as CollisionShape[]).map(ofCollision)
  const committees = (data as { committees?: Named[] } | undefined)?.committees
  return (committees ?? []).map(ofCommittee)
}
