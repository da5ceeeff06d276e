// How the reader likes the page. Runs before the first paint, so that nothing flashes; everything
// is kept in this browser only, under the address of this site, since neighbours share the storage.
(() => {
  const base = new URL(document.currentScript.dataset.base, location.href)
  const key = `${base.pathname}reading`
  const root = document.documentElement
  const allowed = {
    palette: ["paper", "sepia", "dark"],
    size: ["small", "large", "huge"],
    spacing: ["tight", "loose"],
    edge: ["justified"],
    names: ["plain"],
  }

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {}
    } catch {
      return {}
    }
  }
  const keep = (change) => {
    try {
      localStorage.setItem(key, JSON.stringify({ ...kept(), ...change }))
    } catch {
      // A browser that keeps nothing still shows the page.
    }
  }
  const apply = (name, value) => {
    if (allowed[name].includes(value)) root.dataset[name] = value
    else delete root.dataset[name]
  }

  root.classList.replace("no-js", "js")
  const settings = kept()
  for (const name in allowed) apply(name, settings[name])

  const wire = () => {
    const form = document.getElementById("settings")
    const restore = () => {
      for (const name in allowed) form.elements[name].value = root.dataset[name] ?? ""
    }
    restore()
    form.addEventListener("change", ({ target }) => {
      apply(target.name, target.value)
      keep({ [target.name]: target.value })
    })
    form.addEventListener("reset", (event) => {
      event.preventDefault()
      localStorage.removeItem(key)
      for (const name in allowed) apply(name, "")
      restore()
      document.querySelector(".continue")?.setAttribute("hidden", "")
    })
    form.addEventListener("submit", (event) => event.preventDefault())
    place()
    goOn()
  }

  // Where the reader stopped: the first paragraph that is on the screen when the page is left.
  const place = () => {
    const paragraphs = [...document.querySelectorAll(".prose[id]")]
    if (!paragraphs.length) return
    const title = document.querySelector("h1").textContent.trim()
    addEventListener("pagehide", () => {
      const here = paragraphs.find((each) => each.getBoundingClientRect().bottom > 0)
      const path = location.pathname.slice(base.pathname.length)
      if (!here) keep({ place: null })
      else if (here !== paragraphs[0]) keep({ place: { path, title, paragraph: here.id } })
    })
  }

  const goOn = () => {
    const line = document.querySelector(".continue")
    const { place } = kept()
    if (!line || !/^stories\/[a-z0-9-]+\/$/.test(place?.path) || !/^p\d+$/.test(place.paragraph)) return
    const link = line.querySelector("a")
    link.href = new URL(`${place.path}#${place.paragraph}`, base)
    link.textContent = `Continue ${place.title}`
    line.hidden = false
  }

  addEventListener("DOMContentLoaded", wire)

  // On paper each page but the first has the title at its head.
  addEventListener("beforeprint", () => {
    const title = document.querySelector("h1").textContent.trim()
    root.style.setProperty("--running-title", JSON.stringify(title))
  })
})()
