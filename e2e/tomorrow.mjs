// Loaded before the program (`node --import`): for it, it is tomorrow at the same hour.
const day = 86_400_000
const Real = Date
globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + day)
    else super(...parts)
  }
  static now() {
    return Real.now() + day
  }
}
