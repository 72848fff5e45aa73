import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { usePlatform } from '@/platform'
import { choosePlatform } from '@/platform/choose'
import { applyAppearance } from '@/shared/lib/appearance'
import AppRoot from '@/app/AppRoot.vue'
import { makeRouter } from '@/app/router'
import '@/shared/styles/tokens.css'
import '@/shared/styles/base.css'

async function start(): Promise<void> {
  usePlatform(await choosePlatform())
  applyAppearance()
  createApp(AppRoot).use(createPinia()).use(makeRouter()).mount('#app')
}

void start()
