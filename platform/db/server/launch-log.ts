/** Tells the program's log what happens to the database, and how loudly; never holds a password or a person's data. */
export type LaunchLog = (event: string, detail?: object, level?: 'info' | 'warn' | 'error') => void
