import type { Rules } from '@/bindings'

/** An office's rules, for tests. */
export const rules: Rules = {
  notice_working_days: 3, topic_days: 15, duties_per_month: 1, rotation_months: 1, meeting_months: 1, assignment_working_days: 15, expiry_days: 30, report_days: 10, return_days: 5, backup_hours: 4,
  members_min: 9, members_max: 11, unit_roles: ['主任单位', '成员单位'], natures: ['机关', '学校'], resource_kinds: ['场地', '人才'], property_modes: ['专业物业', '无物业'], meeting_kinds: [], page_number: 'dashes', colophon: true, praise_closed: 2, criticism: false,
  paper: { margin_top: 370, margin_bottom: 350, margin_left: 280, margin_right: 260, leading: 0, characters: 28, two_sided: true, colophon_on_even_page: false, preprinted_head: false }, wording: {},
}
