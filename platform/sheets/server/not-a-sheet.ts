export class NotASheet extends Error {
  constructor(options?: ErrorOptions) {
    super('the file is no xlsx sheet', options)
    this.name = 'NotASheet'
  }
}
