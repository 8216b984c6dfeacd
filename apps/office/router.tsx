import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '#platform/ui/office/url-state.ts'
import { officeModules } from './modules.ts'
import { NoSuchPage, PageFailed } from './PageFailed.tsx'
import { Shell } from './Shell.tsx'

/** Routes are made from what the modules bring; each page's file is fetched when it is first opened. */
export function createOfficeRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage })
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/inbox' })
    },
  })
  const pages = officeModules.flatMap(module =>
    module.pages.map(page =>
      createRoute({
        getParentRoute: () => root,
        path: page.path,
        component: lazyRouteComponent(page.load, 'Page'),
        errorComponent: PageFailed,
      }),
    ),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...pages]),
    basepath: '/office',
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
  })
}
