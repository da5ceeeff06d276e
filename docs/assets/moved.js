// Leads from an address that was, or might have been, to where the page is now: a story by the
// digits at its end, since its title may have changed; a name by another of its forms.
(async () => {
  const base = new URL(document.currentScript.dataset.base, location.href)
  try {
    const path = decodeURIComponent(location.pathname.slice(base.pathname.length)).replace(/\/$/, "")
    const digits = /^stories\/.*-([0-9a-f]{8})$/.exec(path)
    const addresses = await (await fetch(new URL("data/addresses.json", base))).json()
    const key = digits ? digits[1] : path
    if (Object.hasOwn(addresses, key)) {
      const target = new URL(addresses[key], base)
      if (target.href !== location.href) location.replace(target.href + location.hash)
    }
  } catch {
    // Without the map, or at an address that is none, the page still says where to look.
  }
})()
