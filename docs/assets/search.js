// Starts the theme's own script, and with it the search and its index, when the reader turns to the
// search and not before.
(() => {
  const script = document.querySelector(".theme-script")
  const input = document.querySelector(".md-search__input")
  const toggle = document.getElementById("__search")
  const opener = document.querySelector(".book-header__search")
  if (!script || !input) return

  const turn = () => {
    for (const target of [input, toggle]) {
      target.removeEventListener("focus", turn)
      target.removeEventListener("change", turn)
    }
    const theirs = document.createElement("script")
    theirs.src = script.dataset.src
    theirs.addEventListener("load", () => {
      // What the reader did meanwhile is done again, for the script that was not there to see it.
      if (toggle.checked) toggle.dispatchEvent(new Event("change"))
      input.blur()
      input.focus()
      input.dispatchEvent(new Event("keyup"))
    })
    document.body.append(theirs)
  }
  input.addEventListener("focus", turn)
  // The theme hears keys only; people paste, dictate and write with more than a key a letter.
  input.addEventListener("input", () => input.dispatchEvent(new Event("keyup")))
  toggle.addEventListener("change", turn)

  // Where the field has no room, a button shows it, and has the focus again when it goes.
  opener.addEventListener("click", () => {
    toggle.click()
    input.focus()
  })
  toggle.addEventListener("change", () => toggle.checked || opener.focus())

  // The theme moves to other pages at a single key, which people who speak to their computer press
  // without meaning to (WCAG 2.1.4).
  const write = "input, textarea, select, [contenteditable]"
  addEventListener(
    "keydown",
    (event) => {
      const single = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      if (single && !event.target.closest?.(write)) event.stopImmediatePropagation()
    },
    true,
  )
})()
