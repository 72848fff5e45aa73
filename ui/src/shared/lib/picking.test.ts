import { describe, expect, it } from 'vitest'
import { ref, nextTick } from 'vue'
import { loadReadings, matching, useMatching, useTyped } from './picking'

const options = ['云溪供电所', '云溪建设银行', '听雨社区', '临江区第三幼儿园', 'ＡＢＣ 物业'].map((label) => ({
  value: label,
  label,
}))
const found = (typed: string, readAs: Parameters<typeof matching>[2] = null) =>
  matching(options, typed, readAs).map(({ label }) => label)

describe('what a picker finds', () => {
  it('is everything before anything is typed', () => {
    expect(found('')).toHaveLength(5)
    expect(found('  ')).toHaveLength(5)
  })

  it('begins with the text before it holds it', () => {
    const places = ['西云溪', '云溪供电所'].map((label) => ({ value: label, label }))
    expect(matching(places, '云溪', null).map(({ label }) => label)).toEqual(['云溪供电所', '西云溪'])
  })

  it('takes full-width, capital and spaced text for the same', () => {
    expect(found('abc物业')).toEqual(['ＡＢＣ 物业'])
  })

  it('holds the note too', () => {
    expect(matching([{ value: 1, label: '一号楼', note: '听雨花园' }], '花园', null)).toHaveLength(1)
  })

  it('is read by initials and by pinyin, also where a character has several readings', async () => {
    const readAs = await loadReadings()
    expect(found('yxgds', readAs)).toEqual(['云溪供电所'])
    expect(found('yinhang', readAs)).toEqual(['云溪建设银行'])
    expect(found('yh', readAs)).toEqual(['云溪建设银行'])
    expect(found('tysq', readAs)).toEqual(['听雨社区'])
    expect(found('xs', readAs)).toEqual([])
  })

  it('comes by letters once the readings are there', async () => {
    const typed = ref('')
    const shown = useMatching(() => options, typed)
    typed.value = 'dsyey'
    await loadReadings()
    await nextTick()
    expect(shown.value.map(({ label }) => label)).toEqual(['临江区第三幼儿园'])
  })
})

describe('the text of a picker', () => {
  it('is the chosen label, looks for what is typed, and comes back when the list closes', async () => {
    const open = ref(false)
    const { text, query, type } = useTyped(() => '听雨社区', open)
    expect(text.value).toBe('听雨社区')
    open.value = true
    await nextTick()
    type('云')
    expect(query.value).toBe('云')
    type('听雨社区')
    expect(query.value).toBe('')
    type('云')
    open.value = false
    await nextTick()
    expect([text.value, query.value]).toEqual(['听雨社区', ''])
  })
})
