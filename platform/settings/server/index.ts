export { followSettings, SettingsBook, settingsOf } from './settings-book.ts'
