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
  // The sidebar's outer list holds no items.
  for (const one of document.querySelectorAll('ul[data-sidebar="menu"]:has(> div):not([role])')) one.setAttribute("role", "presentation")
}
new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true })
name()
