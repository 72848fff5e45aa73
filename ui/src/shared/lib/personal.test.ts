import { describe, expect, it } from 'vitest'
import { filled, keepable } from './personal'

const NAMES = ['phone']
const stored = { name: '张三', phone: '139', posts: [{ name: '李四', phone: '138' }] }

describe('a kept draft', () => {
  it('holds no personal field, at any depth', () => {
    const typed = { name: '张三', phone: '13900001111', posts: [{ name: '王五', phone: '13800002222' }] }
    const kept = keepable(typed, stored, NAMES)
    expect(JSON.stringify(kept)).not.toMatch(/1390|1380|139|138/)
    expect(kept.lost).toEqual(['phone', 'posts.0.phone'])
  })

  it('comes back with what is stored where nothing was typed, and empty where something was', () => {
    const kept = keepable({ ...stored, name: '张三丰', posts: [{ name: '王五', phone: '137' }] }, stored, NAMES)
    expect(filled(kept.value, stored, NAMES)).toEqual({
      name: '张三丰',
      phone: '139',
      posts: [{ name: '王五', phone: '' }],
    })
  })

  it('remembers that a number was emptied', () => {
    const { value, lost } = keepable({ ...stored, phone: '' }, stored, NAMES)
    expect(lost).toEqual([])
    expect(filled(value, stored, NAMES).phone).toBe('')
  })
})
