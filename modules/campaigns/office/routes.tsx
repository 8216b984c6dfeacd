import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { campaignsMessages } from '../common/messages.ts'
import { campaignsOfficeMessages } from './messages.ts'

const about = { texts: [campaignsMessages], renews: ['campaigns.'] }

/** The pages of this module in the office. */
export const campaignsOffice: OfficeModule = {
  texts: campaignsOfficeMessages,
  pages: [
    { path: '/campaigns', load: () => import('./CampaignsPage.tsx') },
    { path: '/campaigns/$campaignId', load: () => import('./CampaignPage.tsx') },
    { path: '/campaigns/$campaignId/survey', load: () => import('./SurveyPage.tsx') },
    { path: '/campaign-points/$pointId', load: () => import('./PointPage.tsx') },
    { path: '/programmes', load: () => import('./ProgrammesPage.tsx') },
    { path: '/programmes/$programmeId', load: () => import('./ProgrammePage.tsx') },
    { path: '/programme-tasks/$taskId', load: () => import('./TaskPage.tsx') },
  ],
  places: [
    {
      path: '/campaigns',
      also: ['/campaign-points'],
      group: 'campaigns',
      label: 'place.campaigns',
      permissions: ['campaigns.know'],
      order: 10,
    },
    {
      path: '/programmes',
      also: ['/programme-tasks'],
      group: 'campaigns',
      label: 'place.programmes',
      permissions: ['campaigns.know'],
      order: 20,
    },
  ],
  subjects: {
    campaign: { path: id => `/campaigns/${id}`, ...about },
    'campaign-point': { path: id => `/campaign-points/${id}`, ...about },
    programme: { path: id => `/programmes/${id}`, ...about },
    'programme-task': { path: id => `/programme-tasks/${id}`, ...about },
  },
}
