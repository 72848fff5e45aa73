import type * as B from '@/bindings'
declare module '@/bindings' {
  interface Commands {
    'rota.board': { args: B.BoardYear; result: B.RotaBoard }
    'rota.preview': { args: B.PlanRota; result: { turns: { committee_id: string; committee: string; month: string; position: number; unit_id: string; unit: string; before: string | null; fate: 'created' | 'changed' | 'unchanged' | 'kept' | 'removed'; reasons: string[] }[]; outcome: B.PlanOutcome } }
    'rota.plan': { args: B.PlanRota; result: B.PlanOutcome }
    'rota.turn': { args: B.ById; result: B.TurnView }
    'rota.swap': { args: B.SwapTurns; result: unknown }
    'rota.replace': { args: B.ReplaceUnit; result: B.Turn }
    'rota.saveContent': { args: B.SaveTurnContent; result: B.Turn }
    'meetings.list': { args: B.ListMeetings; result: B.Page<B.MeetingRow> }
    'meetings.get': { args: B.ById; result: B.MeetingView }
    'meetings.open': { args: B.OpenMeeting; result: B.Meeting }
    'meetings.update': { args: B.UpdateMeeting; result: B.Meeting }
    'meetings.saveItem': { args: B.SaveItem; result: B.MeetingItem }
    'meetings.removeItem': { args: B.Versioned; result: B.Done }
    'meetings.orderItems': { args: B.OrderItems; result: B.Done }
    'meetings.carryItem': { args: B.CarryItem; result: B.MeetingItem }
    'meetings.notify': { args: { id: string; version: number; date?: string }; result: B.Meeting }
    'meetings.setState': { args: B.SetMeetingState; result: B.Meeting }
    'meetings.takeAttendance': { args: B.TakeAttendance; result: unknown }
    'meetings.draftMinutes': { args: B.ById; result: B.Minutes }
    'meetings.editMinutes': { args: B.EditMinutes; result: B.Minutes }
    'meetings.moveMinutes': { args: B.MoveMinutes; result: B.Minutes }
    'meetings.sign': { args: B.SignMinutes; result: B.Minutes }
    'meetings.correct': { args: B.CorrectMinutes; result: B.Minutes }
    'meetings.attach': { args: B.AttachFile; result: B.Attachment }
    'meetings.detach': { args: B.Versioned; result: B.Done }
    'meetings.noticeText': { args: B.ById; result: B.ShortText }
    'assignments.list': { args: B.ListAssignments; result: B.Page<B.AssignmentRow> }
    'assignments.get': { args: B.ById; result: B.AssignmentView }
    'assignments.save': { args: B.SaveAssignment; result: B.Assignment }
    'assignments.step': { args: B.StepAssignment; result: B.Assignment }
    'meetings.attachment': { args: B.ById; result: B.FileRef }
    'documents.kinds': { args: B.NoArgs; result: { kind: 'minutes' | 'notice' | 'topic_sheet' | 'agenda' | 'script' | 'sign_in' | 'record' | 'approval_slip' | 'rota_table'; name: string; source: 'meeting' | 'year'; internal: boolean }[] }
    'documents.make': { args: { kind: 'minutes' | 'notice' | 'topic_sheet' | 'agenda' | 'script' | 'sign_in' | 'record' | 'approval_slip' | 'rota_table'; meeting_id?: string; year?: number; revision?: number }; result: { file: B.FileRef; pages: number; borrowed: string } }
  }
}
declare module '@/bindings' {
  interface EditedBlockX { accepted: boolean }
}
