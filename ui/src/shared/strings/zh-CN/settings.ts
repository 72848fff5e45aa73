export const settings = {
  title: '设置', parts: '设置分类', readOnly: '只有管理员可以修改，您可以查看。', saved: '已保存。',
  part: { office: '单位信息', issuers: '发文主体', calendar: '节假日安排', rules: '规则', papers: '文书', opening: '期初数据', users: '使用者', appearance: '外观', fonts: '字体', backup: '备份', log: '更改记录' },
  office: { name: '街道名称', superior: '所属区（市、县）', superiorHint: '文书抬头和落款用到。' },
  issuer: {
    new: '新增发文主体', edit: '修改发文主体', intro: '文书落款的单位。大党委本身没有印章，一般由社区党委发文。', empty: '还没有发文主体', emptyText: '至少登记街道党工委和各社区党委，文书才能落款、编号。', fullName: '全称', fullHint: '如：中共听雨社区委员会', shortName: '简称', code: '机关代字', codeHint: '文号里用，如：听雨党委', firstNumber: '起始文号', firstHint: '年中启用时，从下一个没用过的号开始。',
    retired: '停用，不再用来发文', inUse: '在用', outOfUse: '停用',
  },
  calendar: {
    intro: '工作日据此计算：提前通知、办理时限都不数放假的日子。没有录入的年份按“未公布”处理，不猜。', add: '录入 {year} 年安排', none: '{year} 年：未公布', source: '依据', off: '放假', working: '调休上班', workingHint: '本来是周末、但要上班的日子。', holiday: '名称', from: '从', to: '到', addRow: '增加一行', days: '{count} 天', edit: '修改 {year} 年安排', rangeWrong: '“{name}”的结束日期早于开始日期。', nameMissing: '请填写假期名称和起止日期。', outside: '“{name}”不在 {year} 年内。',
  },
  rules: {
    intro: '各地做法不同，都在这里改；改动只影响以后的安排，不改历史。', meeting: '会议', rotation: '轮值', assignment: '交办', members: '委员', lists: '名单', documents: '文书',
    notice_working_days: '提前几个工作日发会议通知', topic_days: '提前几天截止议题征集', meeting_months: '联席会议周期（月）', rotation_months: '轮值周期（月）', duties_per_month: '一个单位同月最多在几个大党委轮值', assignment_working_days: '交办默认办理时限（工作日）', expiry_days: '到期前几天提醒', report_days: '季度结束后几天内交共建报告', return_days: '月底后几天内交月度报送', backup_hours: '有改动时每隔几小时自动备份', members_min: '委员最少人数', members_max: '委员最多人数', unit_roles: '席位职务', natures: '单位性质', resource_kinds: '资源和需求类别', property_modes: '物业服务模式', meeting_kinds: '自定会议类型', listHint: '每行一个，按顺序排列。', page_number: '页码样式', dashes: '— 1 —', colophon: '文书印版记', praise_closed: '通报表扬：当月至少按时办结几项（0 为不表扬）', criticism: '纪要和通报中点名逾期单位（批评性表述）',
    outOfRange: '请填写 {min} 到 {max} 之间的整数。', minAboveMax: '最少人数不能大于最多人数。', listEmpty: '至少保留一项。',
  },
  opening: {
    intro: '年中启用时，把以前的轮值和会议编号补进来：谁轮过、下一次是第几次第几期。排轮值和编号从这里接着走。', empty: '还没有大党委', emptyText: '先导入成员单位台账，再补期初数据。', toImport: '去导入台账', committee: '大党委', served: '以前的轮值', none: '没有登记', span: '{from}至{to}，{months} 个月', nextSession: '{year} 年下一次会议是第几次', nextIssue: '{year} 年下一期纪要是第几期',
    enter: '登记', edit: '{committee}期初数据', lead: '未交办完的事项在“交办事项”里新建；发文的起始文号在“发文主体”里填。', earlier: '再往前一年', nobody: '没有轮值', tooSmall: '编号不重复使用，请填不小于 {least} 的数。',
  },
  papers: {
    page: '版面', intro: '默认按国家标准（GB/T 9704-2012）排版；本地样式不同的，在这里改，右边随时看到效果。', sample: '版式示例',
    margin_top: '天头（毫米）', margin_bottom: '地脚（毫米）', margin_left: '订口（毫米）', margin_right: '翻口（毫米）', leading: '行距（磅）', leadingHint: '填 0 按国标每页 22 行。', characters: '每行字数', two_sided: '双面印刷（双页页码居左）', colophon_on_even_page: '版记放在双页', preprinted_head: '用套红纸（不印红头和红线）', centred: '居中', noNumber: '不编页码',
    range: '请填写 {min} 到 {max} 之间的数。', leadingRange: '请填 0，或 {min} 到 {max} 之间的数。',
    wording: '文书用语', wordingIntro: '各类文书的固定说法。栏目写在双花括号里，生成文书时换成实际内容。', where: '用在', says: '示例', own: '本单位', default: '默认', text: '文字', textHint: '清空后保存就用默认文字。', fields: '点一下加入栏目：', toDefault: '恢复默认',
  },
  user: {
    new: '新增使用者', edit: '修改使用者', intro: '一台电脑一个人用，可以不设密码；多人共用时请各设密码。', name: '姓名', role: '角色', committees: '可见的大党委', committeesHint: '不选就是全部。', retired: '停用', password: '密码', setPassword: '设置密码', hasPassword: '已设密码', noPassword: '未设密码', newPassword: '新密码', passwordHint: '至少 8 个字符；留空则取消密码。', passwordShort: '密码至少 8 个字符。', passwordSaved: '密码已更新。', all: '全部',
    roles: { clerk: '管理员', secretary: '书记、记录人', leader: '领导' }, roleHints: { clerk: '管理全部数据', secretary: '办理本大党委的会议和交办', leader: '只查看和导出' },
  },
  fonts: { intro: '文书按国家标准用字：标题小标宋，正文仿宋，一级标题黑体，二级标题楷体。程序自带可再分发的替代字体；电脑上装有正式字体时可以优先使用。', role: '用途', family: '实际使用的字体', source: '来源', bundled: '程序自带', installed: '本机安装', chosen: '本单位指定', fallbacks: '缺字时依次借用', change: '更换', reset: '恢复', pick: '选择{name}字体文件', replaced: '{name}已换成“{file}”。', back: '{name}已恢复。', server: '数据在数据库服务器上：请把字体安装到各台电脑，程序会自动使用。' },
  backup: { intro: '有改动时每隔几小时自动备份一次并校验（间隔在“规则”里改），旧备份逐步精简。恢复前会先把现在的数据另存一份，所以恢复也能再退回来。', make: '立即备份', made: '备份已完成并通过校验。', list: '已有备份', empty: '还没有备份', emptyText: '点“立即备份”做第一份。', at: '时间', size: '大小', name: '文件', restore: '恢复到这份', restoreTitle: '恢复到 {time} 的备份？', restoreText: '关闭程序再打开后换成这份备份；现在的数据会先另存，之后还能再退回来。', restoreChange: '{time} 之后新增和修改的记录将不在其中', restored: '备份已校验并准备好；请关闭同心再重新打开，就会恢复到 {time}。', restoredFile: '“{name}”已校验并准备好；请关闭同心再重新打开，就会换成这份数据。', pickTitle: '选择同心的数据文件或备份', server: '数据在数据库服务器上，由服务器管理员备份。', fromFile: '从文件恢复…' },
  log: { intro: '谁、什么时候、做了什么，只增不改，逐条用校验码相连。', at: '时间', actor: '使用者', what: '操作', count: '涉及记录', device: '电脑', reason: '原因', undo: '撤销', undone: '这次更改已撤销。', undoTitle: '撤销这次更改？', undoText: '{actor}在{at}做的“{what}”，涉及 {count} 条记录，将恢复成之前的样子。', isUndo: '撤销：{what}', more: '更早的记录', check: '校验更改记录', checkOk: '更改记录完整：{count} 次更改，校验码全部相符。', checkBad: '更改记录在第 {at} 次处不相符，数据可能被程序以外的工具改过；请用备份核对。', empty: '还没有更改记录' },
  things: { office: '单位信息', issuers: '发文主体', calendar: '节假日安排', users: '使用者', changes: '更改', backup: '备份', communities: '社区', registers: '登记簿', committees: '大党委', units: '成员单位', resources: '资源', needs: '需求', projects: '项目', agreements: '共建协议', compounds: '小区', buildings: '楼栋', stairwells: '单元', rota: '轮值', opening: '期初数据', meetings: '联席会议', assignments: '交办事项', documents: '文书', minutes: '会议纪要', demo: '示例街道', summary: '领导汇总', schemes: '考评方案', ratings: '楼栋考评', selections: '评选', partners: '合伙人', services: '服务记录', returns: '月度报送' },
  verbs: { found: '新建', void: '作废', save: '保存', update: '修改', saveItem: '保存议题', removeItem: '移除议题', orderItems: '调整议题顺序', carryItem: '转下次会议', takeAttendance: '登记签到', setState: '改变状态', startNumbers: '设定起始次数', draftMinutes: '起草纪要', editMinutes: '修改纪要', moveMinutes: '纪要流转', correct: '更正', attach: '添加附件', detach: '移除附件', saveContent: '填写轮值内容', addHistory: '登记期初轮值', setPassword: '设置密码', undo: '撤销', saveMember: '保存委员', savePosts: '登记两长三员', revealPhone: '查看电话', retire: '停用或恢复', saveSeat: '保存席位', retireSeat: '停用席位', importApply: '导入', plan: '排定', apply: '排定', swap: '对调', replace: '变更单位', load: '载入', open: '新建', notify: '发通知', sign: '登记签发', archive: '归档', make: '生成', step: '办理', stepMany: '批量办理', chooseFont: '更换字体', issue: '编号发出', cancel: '取消', postpone: '延期', succeed: '修订', saveScores: '录入评分', importScores: '导入打分表', setStanding: '登记参评情况', saveVolunteers: '保存优秀志愿者', publish: '发布', saveFlag: '登记挂牌摘牌', saveNominee: '登记提名', decide: '确定结果', close: '关闭或重新打开', claim: '登记认领', withdrawClaim: '退回认领', match: '对接资源', begin: '立项', end: '终止', report: '登记季度报告', exportPhones: '导出完整电话' },
} as const
