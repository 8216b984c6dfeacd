import type { OfficeModule } from '../../ui/office/office-module.ts'
import { workCalendarMessages } from './messages.ts'

export const worktimeOffice: OfficeModule = {
  texts: workCalendarMessages,
  pages: [{ path: '/work-calendar', load: () => import('./WorkCalendarPage.tsx') }],
  places: [
    {
      path: '/work-calendar',
      group: 'rules',
      label: 'place.worktime',
      permissions: ['worktime.read'],
      order: 50,
    },
  ],
  subjects: {
    'work-calendar': {
      path: id => `/work-calendar${/^\d+$/.test(yearIn(id)) ? `?year=${yearIn(id)}` : ''}`,
      texts: [workCalendarMessages],
      renews: ['worktime.'],
    },
    'work-replay': {
      path: id => `/work-calendar?moved=${id}`,
      texts: [workCalendarMessages],
      renews: ['worktime.list-'],
    },
  },
}

/** Ids of this kind are `default:2027`. */
const yearIn = (id: string) => id.split(':')[1] ?? ''
