import type { OfficeProfile, Rules } from '@/bindings'
import { change } from '@/shared/lib/change'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

export const officeValues = ({ name, superior }: OfficeProfile) => ({ name, superior })

/** Stores the office's profile. Each form gives the newest one with its own part changed, and nothing else. */
export async function saveProfile(profile: OfficeProfile): Promise<OfficeProfile> {
  const { result, undo } = await change('office.save', profile)
  toast.done(t('settings.saved'), undo)
  return result
}

export const saveRules = (profile: OfficeProfile, put: (rules: Rules) => Rules): Promise<OfficeProfile> =>
  saveProfile({ ...profile, rules: put(profile.rules) })
