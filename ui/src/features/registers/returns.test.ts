import { describe, expect, it } from 'vitest'
import type { ReturnRow } from '@/bindings'
import { receivedOf } from './returns'

const row = (committee: string, received: ReturnRow['received']): ReturnRow => ({
  committee_id: committee,
  committee,
  received,
})
const came = {
  id: 'r',
  version: 1,
  committee_id: '听雨',
  month: '2026-11',
  file_name: '听雨.xlsx',
  file_hash: '0',
  received_at: '2026-11-20T02:00:00Z',
  by_name: '管理员',
}

describe('the overview of returns', () => {
  it('counts what came', () => {
    expect(receivedOf([row('听雨', came), row('望江', null)])).toEqual({ received: 1, expected: 2 })
    expect(receivedOf([])).toEqual({ received: 0, expected: 0 })
  })
})
