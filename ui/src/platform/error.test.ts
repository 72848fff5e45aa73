import { describe, expect, it } from 'vitest'
import { ApiError, toApiError } from './error'

describe('errors of the core', () => {
  it('keep code, sentence, field and detail', () => {
    const error = toApiError({ code: 'invalid', message: '请填写名称。', field: 'name' }, '出错')
    expect(error).toBeInstanceOf(ApiError)
    expect([error.code, error.message, error.field]).toEqual(['invalid', '请填写名称。', 'name'])
  })

  it('become one sentence when the host itself failed', () => {
    const error = toApiError(new TypeError('Failed to fetch'), '连接不上。')
    expect([error.code, error.message]).toEqual(['internal', '连接不上。'])
  })

  it('offer both versions of a conflict, and only of a conflict', () => {
    const detail = { yours: 1, current: 2 }
    expect(toApiError({ code: 'conflict', message: '', detail }, '').conflict).toEqual(detail)
    expect(toApiError({ code: 'state', message: '', detail }, '').conflict).toBeNull()
  })

  it('pass through unchanged', () => {
    const error = new ApiError('state', '现在不能这样做。')
    expect(toApiError(error, '')).toBe(error)
  })
})
