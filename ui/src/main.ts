import '@/platform/missing'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { usePlatform } from '@/platform'
import { callAhead } from '@/platform/api'
import { choosePlatform } from '@/platform/choose'
import { deskQuestion } from '@/features/desk/question'
import { applyAppearance } from '@/shared/lib/appearance'
import { keepKeysOfInputMethod } from '@/shared/lib/composing'
import { forgetOldDrafts } from '@/shared/lib/drafts'
import { readStored } from '@/shared/lib/preferences'
import AppRoot from '@/app/AppRoot.vue'
import { makeRouter } from '@/app/router'
import '@/shared/styles/tokens.css'
import '@/shared/styles/base.css'

/** What the first screen will ask, on its way while the window is put together. */
function askAhead(): void {
  callAhead('office.state', {})
  if (['', '#/', '#/desk'].includes(location.hash))
    callAhead('desk.view', deskQuestion(readStored<string | null>('scope.committee', null)))
}

function start(): void {
  keepKeysOfInputMethod(window)
  usePlatform(choosePlatform())
  applyAppearance()
  forgetOldDrafts()
  askAhead()
  createApp(AppRoot).use(createPinia()).use(makeRouter()).mount('#app')
}

// Set by engine.js, which has told the person already.
if (document.documentElement.dataset.engine !== 'old') start()
