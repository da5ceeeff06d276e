// The theme fetches its whole search index with every page. This holds that one request back until
// the reader turns to the search.
(() => {
  const { open, send } = XMLHttpRequest.prototype
  const held = new WeakSet()
  let turned = false
  const waiting = []

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (/\/search\/search_index\.json$/.test(new URL(url, location.href).pathname)) held.add(this)
    return open.call(this, method, url, ...rest)
  }
  XMLHttpRequest.prototype.send = function (...body) {
    if (held.has(this) && !turned) waiting.push(() => send.apply(this, body))
    else send.apply(this, body)
  }

  const turn = (event) => {
    if (turned || !event.target.closest?.('.md-search, [for="__search"], #__search')) return
    turned = true
    waiting.splice(0).forEach((go) => go())
  }
  for (const kind of ["focusin", "pointerdown", "change"]) addEventListener(kind, turn, true)
})()
