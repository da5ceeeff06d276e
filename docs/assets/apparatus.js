// What helps beside the text and is not needed to read it: cards on names, filters in indexes.
(() => {
  // A card says, on hover and on focus, no more of a name than the text has said so far. It stays
  // while the pointer is on it, and goes at Escape (WCAG 1.4.13). A finger gets the link alone.
  const card = document.createElement("div")
  card.className = "card"
  card.id = "card"
  card.role = "tooltip"
  card.hidden = true
  let link = null
  let leaving = 0

  const show = (target) => {
    clearTimeout(leaving)
    if (document.documentElement.dataset.names === "plain") return
    if (link !== target) link?.removeAttribute("aria-describedby")
    link = target
    card.textContent = link.dataset.card
    link.setAttribute("aria-describedby", card.id)
    link.closest("main").append(card)
    card.hidden = false
    const at = link.getClientRects()[0]
    const below = at.bottom + card.offsetHeight + 12 < innerHeight
    const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8)
    card.style.left = `${Math.max(8, left) + scrollX}px`
    card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) + scrollY}px`
  }
  const hide = () => {
    card.hidden = true
    link?.removeAttribute("aria-describedby")
    link = null
  }
  const leave = () => {
    clearTimeout(leaving)
    leaving = setTimeout(hide, 200)
  }
  for (const name of document.querySelectorAll("a.name[data-card]")) {
    name.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(name))
    name.addEventListener("pointerleave", leave)
    name.addEventListener("focus", () => name.matches(":focus-visible") && show(name))
    name.addEventListener("blur", hide)
  }
  card.addEventListener("pointerenter", () => clearTimeout(leaving))
  card.addEventListener("pointerleave", leave)
  addEventListener("keydown", (event) => event.key === "Escape" && hide())

  // The list of stories, in another order.
  const choice = document.querySelector(".sort select")
  if (choice) {
    const groups = []
    for (const element of document.querySelectorAll(".entry-title, .entry-title ~ [class^=entry-]")) {
      if (element.matches(".entry-title")) groups.push([])
      groups.at(-1).push(element)
    }
    const words = (group, part) => group.find((each) => each.matches(part))?.textContent ?? ""
    const ways = {
      title: (a, b) => words(a, ".entry-title").localeCompare(words(b, ".entry-title")),
      author: (a, b) => words(a, ".entry-authors").localeCompare(words(b, ".entry-authors")),
      length: (a, b) => parseInt(words(a, ".entry-facts")) - parseInt(words(b, ".entry-facts")),
    }
    const marker = document.createComment("stories")
    groups[0]?.[0].before(marker)
    choice.addEventListener("change", () => {
      const sorted = ways[choice.value] ? groups.toSorted(ways[choice.value]) : groups
      marker.after(...sorted.flat())
    })
  }

  // A filter shows the entries that hold what is typed, accents and case aside.
  const filter = document.querySelector(".filter input")
  if (!filter) return
  const whole = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", œ: "oe", æ: "ae", ı: "i" }
  const plain = (text) => {
    const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    return letters.replace(/[øłđðþßœæı]/g, (letter) => whole[letter])
  }
  const entries = [...document.querySelectorAll(".index-entry")].map((entry) => ({
    parts: [entry, entry.nextElementSibling],
    words: plain(`${entry.querySelector("strong").textContent} ${entry.dataset.also}`),
  }))
  const letters = [...document.querySelectorAll('h2[id^="letter-"]')]
  const count = document.querySelector(".filter output")
  filter.addEventListener("input", () => {
    const wanted = plain(filter.value).trim().split(/\s+/)
    let shown = 0
    for (const { parts, words } of entries) {
      const fits = wanted.every((word) => words.includes(word))
      shown += fits
      for (const part of parts) part.hidden = !fits
    }
    for (const letter of letters) {
      let next = letter.nextElementSibling
      while (next && next.hidden) next = next.nextElementSibling
      letter.hidden = !next || next.tagName === "H2"
    }
    count.value = filter.value ? `${shown} of ${entries.length}` : ""
  })
})()
