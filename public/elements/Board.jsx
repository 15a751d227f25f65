import { useEffect, useState } from "react"
import { ArrowDown, ArrowUp, Copy, Lock, LockOpen, Plus, Trash2 } from "lucide-react"

// A text that is edited in place: it is said when it is left or confirmed, and taken back with Escape.
function Editable({ value, label, className, rows, onSave }) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const save = () => { const clean = text.trim(); if (clean && clean !== value) onSave(clean); else setText(value) }
  const keys = (event) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); event.target.blur() }
    if (event.key === "Escape") { setText(value); setTimeout(() => event.target.blur(), 0) }
    event.stopPropagation()
  }
  const shared = { value: text, "aria-label": label, className, onChange: (e) => setText(e.target.value), onBlur: save, onKeyDown: keys }
  return rows ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />
}

function Scene({ scene, count, aspect, changed, busy, send, say, drag }) {
  const [asked, setAsked] = useState("")
  const tool = (label, Icon, run, off) => (
    <button type="button" className="va-btn" aria-label={label} title={label} disabled={busy || off} onClick={run}><Icon size={16} /></button>
  )
  const where = "scene " + scene.number
  return (
    <li className={"va-scene" + (changed ? " va-changed" : "") + (drag.over === scene.id ? " va-over" : "")}
      draggable={!busy} onDragStart={() => drag.start(scene.id)} onDragEnter={() => drag.enter(scene.id)}
      onDragOver={(e) => e.preventDefault()} onDrop={(e) => { e.preventDefault(); drag.drop(scene.id) }} onDragEnd={drag.end}>
      <div className="va-still" style={{ aspectRatio: aspect.replace(":", " / "), maxHeight: 300 }}>
        {scene.still
          ? <img src={scene.still} alt={"Still of " + where + (scene.heading ? ": " + scene.heading : "")} draggable={false} />
          : <span className="va-wait va-quiet va-small">drawing …</span>}
        <span className="va-number">{scene.number}{scene.seconds ? " · " + scene.seconds.toFixed(1) + " s" : ""}</span>
      </div>
      <div className="va-body">
        {scene.layout !== "clip" && (
          <Editable className="va-heading" label={"Heading of " + where} value={scene.heading || ""}
            onSave={(heading) => send([{ op: "set_heading", scene: scene.id, heading }])} />
        )}
        {scene.lines.map((line, n) => (
          <Editable key={line.id} rows={Math.min(6, Math.max(2, Math.ceil(line.text.length / 34)))} label={"Line " + (n + 1) + " of " + where}
            value={line.text} onSave={(text) => send([{ op: "edit_line", line: line.id, text }])} />
        ))}
        <form className="va-row" onSubmit={(e) => { e.preventDefault(); if (asked.trim()) { say("In " + where + ": " + asked.trim()); setAsked("") } }}>
          <input type="text" className="va-field" placeholder="Change this …" aria-label={"Change " + where + " in words"} value={asked}
            disabled={busy} onChange={(e) => setAsked(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
        </form>
        <div className="va-tools" role="group" aria-label={"Tools of " + where}>
          {tool("Move " + where + " up", ArrowUp, () => drag.move(scene.id, -1), scene.number === 1)}
          {tool("Move " + where + " down", ArrowDown, () => drag.move(scene.id, 1), scene.number === count)}
          {tool("Copy " + where, Copy, () => send([{ op: "duplicate_scene", scene: scene.id, new_id: scene.id + "-copy-" + Date.now().toString(36) }]))}
          {tool("Add a scene after " + where, Plus, () => drag.add(scene))}
          {tool((scene.locked ? "Unlock " : "Lock ") + where, scene.locked ? Lock : LockOpen,
            () => send([{ op: "lock_scene", scene: scene.id, locked: !scene.locked }]))}
          {tool("Delete " + where, Trash2, () => send([{ op: "delete_scene", scene: scene.id }]), count === 1)}
        </div>
      </div>
    </li>
  )
}

export default function Board() {
  const scenes = props.scenes || []
  const [busy, setBusy] = useState(false)
  const [held, setHeld] = useState(null)
  const [over, setOver] = useState(null)
  const [adding, setAdding] = useState(null)
  const [words, setWords] = useState("")
  const run = async (name, payload) => { setBusy(true); try { await callAction({ name, payload }) } finally { setBusy(false) } }
  const send = (patches) => run("patch", { patches })
  const say = (text) => run("say", { text })
  const ids = scenes.map((scene) => scene.id)
  const place = (id, index) => {
    const rest = ids.filter((other) => other !== id)
    const at = Math.max(0, Math.min(rest.length, index))
    send([{ op: "move_scene", scene: id, after: at ? rest[at - 1] : "" }])
  }
  const drag = {
    over,
    start: setHeld, enter: setOver, end: () => { setHeld(null); setOver(null) },
    drop: (id) => { if (held && held !== id) place(held, ids.indexOf(id)); setHeld(null); setOver(null) },
    move: (id, by) => place(id, ids.indexOf(id) + by),
    add: (scene) => { setAdding(scene); setWords("") },
  }
  const add = (event) => {
    event.preventDefault()
    const text = words.trim()
    if (!text) return
    const id = "added-" + Date.now().toString(36)
    send([{ op: "insert_scene", after: adding.id, scene: { id, layout: "presenter", lines: [{ id: id + "-1", text }] } }])
    setAdding(null)
  }
  return (
    <section className="va va-card" aria-label="Storyboard">
      <div className="va-row va-spread">
        <div>
          <h3>{props.title || "Storyboard"}</h3>
          <div className="va-quiet va-small">{props.told}</div>
        </div>
        <div className="va-row">
          <button type="button" className="va-btn" disabled={busy} onClick={() => run("command", { name: "undo" })}>Undo</button>
          {props.approve && (
            <button type="button" className="va-btn va-main" disabled={busy} onClick={() => run("command", { name: "approve" })}>Go ahead</button>
          )}
        </div>
      </div>
      {adding && (
        <form className="va-row" style={{ marginTop: 12 }} onSubmit={add}>
          <input type="text" className="va-field" autoFocus aria-label={"What is said in the new scene after scene " + adding.number}
            placeholder="What is said in the new scene?" value={words} onChange={(e) => setWords(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
          <button type="submit" className="va-btn va-main">Add</button>
          <button type="button" className="va-btn" onClick={() => setAdding(null)}>Cancel</button>
        </form>
      )}
      <ol className="va-scenes">
        {scenes.map((scene) => (
          <Scene key={scene.id} scene={scene} count={scenes.length} aspect={props.aspect || "16:9"} busy={busy}
            changed={(props.changed || []).includes(scene.id)} send={send} say={say} drag={drag} />
        ))}
      </ol>
    </section>
  )
}
