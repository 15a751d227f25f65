// Names for the page's own buttons and fields, which show pictures only: screen readers say these.
const NAMES = {
  "sidebar-trigger-button": "Conversations",
  "search-chats-button": "Search conversations",
  "new-chat-button": "New video",
  "readme-button": "Welcome",
  "theme-toggle": "Light or dark",
  "user-nav-button": "You",
  "upload-button": "Add files",
  "chat-settings-open-modal": "Presenter, voice, music and shape",
  "chat-submit": "Send",
  "stop-button": "Stop",
  "chat-input": "Your message",
}
const name = () => {
  for (const [id, text] of Object.entries(NAMES)) {
    for (const one of document.querySelectorAll(`[id="${id}"]:not([aria-label])`)) one.setAttribute("aria-label", text)
  }
  document.getElementById("upload-button")?.removeAttribute("role")
  for (const one of document.querySelectorAll("button:not([aria-label]):has(> .lucide-arrow-down)")) one.setAttribute("aria-label", "To the newest message")
  // It stands in a button and is none by itself.
  for (const one of document.querySelectorAll('div[id="thread-options"][aria-expanded]')) {
    one.removeAttribute("aria-expanded")
    one.removeAttribute("aria-haspopup")
  }
  for (const one of document.querySelectorAll('#chat-settings [role="slider"]:not([aria-label])')) one.setAttribute("aria-label", "Seconds; 0 is as long as the words need")
  // The sidebar's outer list holds no items.
  for (const one of document.querySelectorAll('ul[data-sidebar="menu"]:has(> div):not([role])')) one.setAttribute("role", "presentation")
}

// Settings with a choice of pictures or sounds: the choice's value names what it is, as `kind/id`.
const SEEN = { avatar: "avatars", background: "backgrounds", look: "looks" }
const HEARD = { voice: "voices", music: "music" }
const sample = new Audio()
let playing = null
const rest = () => {
  sample.pause()
  playing?.classList.remove("va-playing")
  playing?.setAttribute("aria-label", playing.dataset.hear)
  playing = null
}
sample.addEventListener("ended", rest)
sample.addEventListener("error", rest)
const hear = (button, address) => {
  const again = playing === button
  rest()
  if (again) return
  playing = button
  button.classList.add("va-playing")
  button.setAttribute("aria-label", "Stop")
  sample.src = address
  sample.play().catch(rest)
}
const illustrate = () => {
  for (const choice of document.querySelectorAll('[role="radio"][value*="/"]:not([data-kind])')) {
    const [kind, id] = choice.value.split("/")
    const row = choice.parentElement
    const label = row.querySelector("label")
    const [title, about] = (label?.textContent || "").split(" · ")
    choice.dataset.kind = kind
    choice.setAttribute("aria-label", label?.textContent || "")
    row.classList.add("va-choice")
    row.parentElement.classList.add("va-choices", SEEN[kind] ? "va-pictures" : "va-sounds")
    if (label && about) {
      const more = document.createElement("small")
      more.textContent = about
      label.textContent = title
      label.append(more)
    }
    if (id === "auto" || id === "none") continue
    if (SEEN[kind]) {
      const picture = document.createElement("img")
      picture.src = `/media/previews/${SEEN[kind]}/${id}.png`
      picture.alt = ""
      picture.addEventListener("click", () => choice.click())
      row.prepend(picture)
    }
    if (HEARD[kind]) {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "va-hear"
      button.dataset.hear = `Hear ${title}`
      button.setAttribute("aria-label", button.dataset.hear)
      button.addEventListener("click", () => hear(button, `/media/samples/${HEARD[kind]}/${id}.wav`))
      row.append(button)
    }
  }
  if (playing && !playing.isConnected) rest()
}

// The options of a conversation, for keys as well: Chainlit's own can only be clicked.
let options = null
const reach = () => {
  for (const own of document.querySelectorAll('div[id="thread-options"]:not([data-reached])')) {
    const item = own.closest("li")
    if (!item) continue
    own.dataset.reached = ""
    own.setAttribute("aria-hidden", "true")
    const button = document.createElement("button")
    button.type = "button"
    button.className = "va-thread-options"
    button.addEventListener("click", () => {
      options = button
      const inner = item.querySelector('div[id="thread-options"]')
      inner?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }))
    })
    item.append(button)
  }
  for (const button of document.querySelectorAll(".va-thread-options")) {
    const title = "Options of " + (button.closest("li").querySelector("a, button")?.textContent.trim() || "this conversation")
    if (button.getAttribute("aria-label") !== title) button.setAttribute("aria-label", title)
  }
  // A menu that is closed gives the keys back to where it was opened.
  if (options && !document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"]') && document.activeElement === document.body) {
    options.focus()
    options = null
  }
}

// The menu of a conversation also opens its tooltip, which would take the first Escape for itself.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.isTrusted) return
  setTimeout(() => document.querySelector('[role="menu"]')?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })), 30)
}, true)

// Who has to log in first comes back to the conversation they asked for: Chainlit would show the start page.
const WANTED = "wanted-conversation"
const fromLogin = location.pathname === "/login"
if (location.pathname.startsWith("/thread/")) sessionStorage.setItem(WANTED, location.pathname)
else if (!fromLogin) sessionStorage.removeItem(WANTED)
let back = false
const comeBack = () => {
  const wanted = sessionStorage.getItem(WANTED)
  if (back || !fromLogin || !wanted || location.pathname !== "/") return
  back = true
  // It is not forgotten yet: Chainlit may ask for the login once more before it lets go.
  location.replace(wanted)
}

// A conversation that is opened shows where it stands: what was said last. Who begins to look around is left alone.
let opening = location.pathname.startsWith("/thread/")
let earlier = null
const first = () => document.querySelector("[data-step-type]")
addEventListener("click", (event) => {
  if (!event.target.closest?.('a[href^="/thread/"]')) return
  opening = true
  earlier = first()
}, true)
for (const own of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(own, () => { clearInterval(opening); opening = false }, { capture: true, passive: true })
const showNewest = () => {
  const step = first()
  if (!opening || !step || step === earlier) return
  let frame = step.parentElement
  while (frame && !/auto|scroll/.test(getComputedStyle(frame).overflowY)) frame = frame.parentElement
  const last = [...document.querySelectorAll("[data-step-type]")].pop()
  if (frame) last.scrollIntoView({ block: last.offsetHeight > frame.clientHeight / 2 ? "start" : "end" })
  if (opening !== true) return
  // Pictures above it that come later push it down.
  opening = setInterval(showNewest, 200)
  const ours = opening
  setTimeout(() => { clearInterval(ours); if (opening === ours) opening = false }, 4000)
}

const attend = () => {
  comeBack()
  showNewest()
  name()
  illustrate()
  reach()
}
new MutationObserver(attend).observe(document.documentElement, { childList: true, subtree: true })
attend()
