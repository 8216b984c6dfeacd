import { createRoot } from 'react-dom/client'
import { SessionProvider } from '#modules/identity/ui/index.ts'
import { ClientProvider, Router, TextProvider } from '#platform/ui/ui/index.ts'
import '#platform/ui/ui/parts.css'
import { App } from './App.tsx'
import './field.css'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has an element with the id "app"')

createRoot(root).render(
  <TextProvider>
    <ClientProvider>
      <Router>
        <SessionProvider>
          <App />
        </SessionProvider>
      </Router>
    </ClientProvider>
  </TextProvider>,
)
