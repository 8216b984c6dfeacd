import { createRoot } from 'react-dom/client'
import { keyDoor } from '#modules/identity/field/index.ts'
import { SessionProvider } from '#modules/identity/ui/index.ts'
import { keepAppOnPhone, Phone, PhoneProvider } from '#platform/offline/field/index.ts'
import { supplyMap } from '#platform/map/ui/map-supply.ts'
import { Router, TextProvider } from '#platform/ui/ui/index.ts'
import '#platform/ui/ui/parts.css'
import { App } from './App.tsx'
import './field.css'
import { offlineModules } from './offline-modules.ts'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has an element with the id "app"')

/** First what lies on the phone: whoever was at work here goes on at once, with or without a network. */
async function open(container: HTMLElement): Promise<void> {
  const phone = await Phone.start({ modules: offlineModules, keyDoor, whoIs: 'identity.me' })
  supplyMap({ base: () => phone.stockBytes('map-base'), grids: () => phone.stockBytes('map-grids') })
  createRoot(container).render(
    <TextProvider>
      <PhoneProvider phone={phone}>
        <Router>
          <SessionProvider>
            <App />
          </SessionProvider>
        </Router>
      </PhoneProvider>
    </TextProvider>,
  )
  if (import.meta.env.PROD) await keepAppOnPhone('/field/sw.js')
}

void open(root)
