import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import DeskScreen from '@/features/desk/DeskScreen.vue'
import { IMPORT_PLACES, PARTNER_PLACES, UNIT_PLACES } from './places'

/** Every screen is loaded when it is first opened, so the window starts with the frame and the desk only. */
const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/desk' },
  { path: '/desk', component: DeskScreen },
  {
    path: '/units',
    component: () => import('./PlacesFrame.vue'),
    props: UNIT_PLACES,
    children: [
      { path: '', component: () => import('@/features/units/UnitsScreen.vue') },
      { path: 'lists', component: () => import('@/features/lists/ListsScreen.vue') },
      { path: 'agreements', component: () => import('@/features/agreements/AgreementsScreen.vue') },
    ],
  },
  { path: '/units/import', redirect: '/import/units' },
  {
    path: '/import',
    component: () => import('./PlacesFrame.vue'),
    props: IMPORT_PLACES,
    children: [
      { path: '', component: () => import('@/features/registers/RegistersScreen.vue') },
      { path: 'returns', component: () => import('@/features/registers/ReturnsScreen.vue') },
      { path: 'batches', component: () => import('@/features/registers/BatchesScreen.vue') },
    ],
  },
  { path: '/import/returns/read', component: () => import('@/features/registers/ReturnImport.vue') },
  { path: '/import/:register', component: () => import('@/features/registers/ImportScreen.vue') },
  { path: '/committees', component: () => import('@/features/committees/CommitteesScreen.vue') },
  { path: '/rota', component: () => import('@/features/rota/RotaScreen.vue') },
  { path: '/meetings', component: () => import('@/features/meetings/MeetingsScreen.vue') },
  { path: '/meetings/:id/:step?', component: () => import('@/features/meetings/MeetingScreen.vue') },
  { path: '/assignments', component: () => import('@/features/assignments/AssignmentsScreen.vue') },
  {
    path: '/stars',
    redirect: '/stars/ratings',
    component: () => import('./StarsFrame.vue'),
    children: [
      { path: 'ratings', component: () => import('@/features/ratings/RatingsScreen.vue') },
      { path: 'ratings/import', component: () => import('@/features/ratings/ImportScreen.vue') },
      { path: 'ratings/:id/:part?', component: () => import('@/features/ratings/PeriodScreen.vue') },
      { path: 'flags', component: () => import('@/features/ratings/FlagsScreen.vue') },
      { path: 'community', component: () => import('@/features/ratings/CommunityScreen.vue') },
      { path: 'year', component: () => import('@/features/ratings/YearScreen.vue') },
      { path: 'selections', component: () => import('@/features/ratings/SelectionsScreen.vue') },
      { path: 'buildings', component: () => import('@/features/buildings/BuildingsScreen.vue') },
      { path: 'schemes', component: () => import('@/features/ratings/SchemesScreen.vue') },
    ],
  },
  {
    path: '/partners',
    component: () => import('./PlacesFrame.vue'),
    props: PARTNER_PLACES,
    children: [
      { path: '', component: () => import('@/features/partners/PartnersScreen.vue') },
      { path: 'find', component: () => import('@/features/partners/FindScreen.vue') },
      { path: 'services', component: () => import('@/features/partners/ServicesScreen.vue') },
      { path: 'figures', component: () => import('@/features/partners/FiguresScreen.vue') },
    ],
  },
  { path: '/partners/import', redirect: '/import/partners' },
  { path: '/reports', component: () => import('@/features/reports/ReportsScreen.vue') },
  { path: '/settings/:part?', component: () => import('@/features/settings/SettingsScreen.vue') },
  { path: '/:rest(.*)*', component: () => import('./MissingScreen.vue') },
]

/** Made once the host has taken its token out of the address, which is read here. */
export function makeRouter(): Router {
  return createRouter({ history: createWebHashHistory(), routes })
}
