// How the reader likes the page. Runs before the first paint, so that nothing flashes; everything
// is kept in this browser only, under the address of this site, since neighbours share the storage.
(() => {
  const base = new URL(document.currentScript.dataset.base, location.href)
  const key = `${base.pathname}reading`
  const root = document.documentElement
  // Each setting: its heading, its name, and its values with their labels; the first is what a
  // reader has who sets nothing.
  const choices = [
    ["Palette", "palette", { "": "As the system", paper: "Paper", sepia: "Sepia", dark: "Dark" }],
    ["Text", "size", { "": "Normal", small: "Smaller", large: "Larger", huge: "Largest" }],
    ["Lines", "spacing", { "": "Normal", tight: "Closer", loose: "Wider" }],
    ["Margin", "edge", { "": "Ragged", justified: "Justified" }],
    ["Names", "names", { "": "Linked", plain: "Plain" }],
  ]
  const allowed = Object.fromEntries(
    choices.map(([, name, values]) => [name, Object.keys(values).filter(Boolean)]),
  )

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

  const element = (tag, attributes, ...inside) => {
    const made = document.createElement(tag)
    for (const name in attributes) made.setAttribute(name, attributes[name])
    made.append(...inside)
    return made
  }

  // The form is of use only where there is a script, so no page carries it.
  const drawn = () => {
    const sets = choices.map(([legend, name, values]) =>
      element(
        "fieldset",
        {},
        element("legend", {}, legend),
        ...Object.entries(values).map(([value, label]) => {
          const input = element("input", { type: "radio", name, value })
          input.defaultChecked = !value
          return element("label", {}, input, element("span", {}, label))
        }),
      ),
    )
    const note = "Kept in this browser only, as is the place where you stopped reading."
    const form = element(
      "form",
      { id: "settings", class: "settings", popover: "", "aria-label": "Reading settings" },
      ...sets,
      element("p", { class: "settings__note" }, note),
      element("button", { type: "reset" }, "Forget it all"),
    )
    document.querySelector(".book-header").append(form)
    return form
  }

  const wire = () => {
    const form = drawn()
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
