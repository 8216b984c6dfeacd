import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { hotlineOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const hotlineOffice: OfficeModule = {
  texts: hotlineOfficeMessages,
  pages: [
    { path: '/hotline', load: () => import('./HotlinePage.tsx') },
    { path: '/hotline/$callId', load: () => import('./HotlinePage.tsx') },
    { path: '/call-backs', load: () => import('./CallBacksPage.tsx') },
    { path: '/articles', load: () => import('./ArticlesPage.tsx') },
    { path: '/articles/$articleId', load: () => import('./ArticlePage.tsx') },
  ],
  places: [
    { path: '/hotline', group: 'cases', label: 'place.hotline', permissions: ['hotline.answer'], order: 40 },
    {
      path: '/call-backs',
      group: 'cases',
      label: 'place.call-backs',
      permissions: ['hotline.call-back', 'hotline.figures'],
      order: 50,
    },
    { path: '/articles', group: 'cases', label: 'place.articles', permissions: ['hotline.answer'], order: 60 },
  ],
  subjects: {},
}
