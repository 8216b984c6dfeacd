import '@fontsource-variable/noto-sans-sc/wght.css'
import '#platform/ui/ui/parts.css'
import './office.css'
import { App } from './App.tsx'
import { createRoot } from 'react-dom/client'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no place for the app')
createRoot(place).render(<App />)
