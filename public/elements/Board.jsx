import { useEffect, useRef, useState } from "react"
import { ArrowDown, ArrowUp, Copy, Lock, LockOpen, Plus, Trash2, Undo2 } from "lucide-react"

// A new board, or the whole thread shown again, begins anew: what was being typed, and where, is kept beside it.
const kept = (window.vaKept = window.vaKept || new Map())
function useKept(key, initial) {
  const [value, setValue] = useState(kept.has(key) ? kept.get(key) : initial)
  const set = (next) => { if (next === initial) kept.delete(key); else kept.set(key, next); setValue(next) }
  return [value, set]
}

// A text that is edited in place: it is said when it is left or confirmed, and taken back with Escape.
function Editable({ id, value, label, hint, className, rows, turn, onSave }) {
  const key = "line " + id
  const [text, setText] = useState(kept.has(key) ? kept.get(key) : value)
  useEffect(() => { if (!kept.has(key)) setText(value) }, [value, turn])
  // What nobody typed in is not said: the storyboard may have changed under it.
  const save = () => { const clean = kept.has(key) ? text.trim() : ""; kept.delete(key); if (clean && clean !== value) onSave(clean); else setText(value) }
  const keys = (event) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); event.target.blur() }
    if (event.key === "Escape") { kept.delete(key); setText(value); setTimeout(() => event.target.blur(), 0) }
    event.stopPropagation()
  }
  const change = (event) => { kept.set(key, event.target.value); setText(event.target.value) }
  const shared = { value: text, placeholder: hint, "aria-label": label, className, onChange: change, onBlur: save, onKeyDown: keys }
  return rows ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />
}

// What stands where a still will be: the shape of its layout in the video's own colour.
function Sketch({ scene, tint, fault }) {
  const shapes = {
    title: <><rect x="25" y="38" width="50" height="7" rx="2" /><rect x="34" y="50" width="32" height="4" rx="2" opacity=".6" /></>,
    presenter: <><rect x="10" y="36" width="34" height="6" rx="2" /><rect x="10" y="47" width="24" height="4" rx="2" opacity=".6" /><circle cx="71" cy="40" r="12" /><path d="M49 100c0-26 8-40 22-40s22 14 22 40z" /></>,
    end_card: <><rect x="28" y="34" width="44" height="6" rx="2" opacity=".6" /><rect x="32" y="48" width="36" height="13" rx="6.5" /></>,
    clip: <path d="M42 36v28l24-14z" />,
    points: <><rect x="10" y="34" width="36" height="7" rx="2" /><rect x="10" y="46" width="36" height="7" rx="2" opacity=".6" /><rect x="10" y="58" width="36" height="7" rx="2" opacity=".6" /><circle cx="71" cy="40" r="12" /><path d="M49 100c0-26 8-40 22-40s22 14 22 40z" /></>,
    steps: <><circle cx="20" cy="46" r="6" /><circle cx="50" cy="46" r="6" opacity=".6" /><circle cx="80" cy="46" r="6" opacity=".6" /><rect x="20" y="45" width="60" height="2" opacity=".6" /></>,
    statistic: <><circle cx="32" cy="50" r="16" opacity=".6" /><rect x="54" y="44" width="32" height="5" rx="2" /><rect x="54" y="53" width="24" height="4" rx="2" opacity=".6" /></>,
    chart: <><rect x="22" y="52" width="12" height="16" rx="2" opacity=".6" /><rect x="44" y="42" width="12" height="26" rx="2" opacity=".6" /><rect x="66" y="32" width="12" height="36" rx="2" /></>,
    picture: <><rect x="10" y="34" width="36" height="32" rx="4" opacity=".6" /><circle cx="71" cy="40" r="12" /><path d="M49 100c0-26 8-40 22-40s22 14 22 40z" /></>,
  }
  return (
    <span className={"va-sketch" + (fault ? " va-none" : "")} style={tint ? { "--va-tint": tint } : undefined} role="img" aria-label={(fault ? "No still of scene " : "The still of scene ") + scene.number + (fault ? "" : " is being drawn")}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid meet" aria-hidden="true">{shapes[scene.layout] || shapes.title}</svg>
      <span className="va-drawing va-small" aria-hidden="true">{fault ? "No picture yet" : "Drawing …"}</span>
    </span>
  )
}

function Scene({ scene, tint, fault, count, aspect, changed, busy, turn, send, say, drag }) {
  const [asked, setAsked] = useKept("ask " + scene.id, "")
  const tool = (label, Icon, run, off, pressed) => (
    <button type="button" className="va-btn va-tool" aria-label={label} title={label} aria-pressed={pressed} disabled={busy || off} onClick={run}><Icon size={18} aria-hidden="true" /></button>
  )
  const where = "scene " + scene.number
  const upright = aspect === "9:16" || aspect === "4:5"
  return (
    <li className={"va-scene" + (changed ? " va-changed" : "") + (drag.over === scene.id ? " va-over" : "")}
      onDragEnter={() => drag.enter(scene.id)} onDragOver={(e) => e.preventDefault()} onDrop={(e) => { e.preventDefault(); drag.drop(scene.id) }}>
      <div className="va-still" draggable={!busy} title="Drag to reorder" onDragStart={(e) => { e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/plain", scene.id); drag.start(scene.id) }} onDragEnd={drag.end}
        style={upright ? { height: 280 } : { aspectRatio: aspect.replace(":", " / ") }}>
        {scene.still
          ? <img src={scene.still} alt={"Still of " + where + (scene.heading ? ": " + scene.heading : "")} draggable={false} />
          : <Sketch scene={scene} tint={tint} fault={fault} />}
        <span className="va-number">{scene.number}{scene.seconds ? " · " + scene.seconds.toFixed(1) + " s" : ""}</span>
        {changed && <span className="va-mark">Changed</span>}
      </div>
      <div className="va-body">
        {scene.layout !== "clip" && (
          <Editable id={scene.id} className="va-heading" label={"Heading of " + where} hint="Add a heading" value={scene.heading || ""} turn={turn}
            onSave={(heading) => send([{ op: "set_heading", scene: scene.id, heading }])} />
        )}
        {(scene.shown || []).length > 0 && <p className="va-small">{scene.shown.join(" · ")}</p>}
        {scene.lines.map((line, n) => (
          <Editable key={line.id} id={line.id} rows={Math.min(6, Math.max(2, Math.ceil(line.text.length / 32)))} label={"Line " + (n + 1) + " of " + where} turn={turn}
            value={line.text} onSave={(text) => send([{ op: "edit_line", line: line.id, text }])} />
        ))}
        <form className="va-ask" onSubmit={(e) => { e.preventDefault(); if (asked.trim()) { say("In " + where + ": " + asked.trim()); setAsked("") } }}>
          <input type="text" className="va-field" placeholder="Change this …" aria-label={"Change " + where + " in words"} value={asked}
            disabled={busy} onChange={(e) => setAsked(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
        </form>
        <div className="va-tools" role="group" aria-label={"Tools of " + where}>
          {tool("Move " + where + " up", ArrowUp, () => drag.move(scene.id, -1), scene.number === 1)}
          {tool("Move " + where + " down", ArrowDown, () => drag.move(scene.id, 1), scene.number === count)}
          {tool("Copy " + where, Copy, () => send([{ op: "duplicate_scene", scene: scene.id, new_id: scene.id + "-copy-" + Date.now().toString(36) }]))}
          {tool("Add a scene after " + where, Plus, () => drag.add(scene))}
          {tool((scene.locked ? "Unlock " : "Lock ") + where, scene.locked ? Lock : LockOpen,
            () => send([{ op: "lock_scene", scene: scene.id, locked: !scene.locked }]), false, scene.locked)}
          {tool("Delete " + where, Trash2, () => send([{ op: "delete_scene", scene: scene.id }]), count === 1)}
        </div>
      </div>
    </li>
  )
}

// A board that another stands for by now: its pictures, and nothing to click.
function Folded({ told, scenes }) {
  return (
    <section className="va va-folded" aria-label="Earlier storyboard">
      <span>Earlier plan · {told}</span>
      <span className="va-strip">{scenes.slice(0, 6).map((scene) => scene.still && <img key={scene.id} src={scene.still} alt="" />)}</span>
    </section>
  )
}

function Board({ props, callAction }) {
  const scenes = props.scenes || []
  const [busy, setBusy] = useState(false)
  const [turn, setTurn] = useState(0)
  const [held, setHeld] = useState(null)
  const [over, setOver] = useState(null)
  const [adding, setAdding] = useKept("adding after", null)
  const [words, setWords] = useKept("adding", "")
  const section = useRef(null)
  useEffect(() => {
    const field = section.current && document.activeElement === document.body && [...section.current.querySelectorAll("input, textarea")].find((one) => one.getAttribute("aria-label") === kept.get("focus"))
    const marked = kept.get("marked")
    if (field) { field.focus({ preventScroll: true }); field.setSelectionRange(...(marked || [field.value.length, field.value.length])) }
  }, [])
  if (props.folded) return <Folded told={props.told} scenes={scenes} />
  const run = async (name, payload) => { setBusy(true); try { await callAction({ name, payload }) } finally { setBusy(false); setTurn((n) => n + 1) } }
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
    add: (scene) => { setAdding(scene.id); setWords("") },
  }
  const add = (event) => {
    event.preventDefault()
    const text = words.trim()
    if (!text) return
    const id = "added-" + Date.now().toString(36)
    send([{ op: "insert_scene", after: adding, scene: { id, layout: "presenter", lines: [{ id: id + "-1", text }] } }])
    setAdding(null)
    setWords("")
  }
  const after = scenes.find((scene) => scene.id === adding)
  return (
    <section ref={section} className="va va-card" aria-label="Storyboard" aria-busy={busy}
      onFocus={(e) => kept.set("focus", e.target.getAttribute("aria-label"))} onBlur={() => { kept.delete("focus"); kept.delete("marked") }}
      onSelect={(e) => kept.set("marked", [e.target.selectionStart, e.target.selectionEnd])}>
      <div className="va-row va-spread va-top">
        <div>
          <h3>{props.title || "Storyboard"}</h3>
          <div className="va-quiet va-small">{props.told}</div>
          {props.fault && <div className="va-small" role="status">{props.fault}</div>}
        </div>
        {props.undo && (
          <button type="button" className="va-btn" disabled={busy} onClick={() => run("command", { name: "undo", board: true })}><Undo2 size={16} aria-hidden="true" /> Undo</button>
        )}
      </div>
      {(props.cast || []).length > 0 && (
        <div className="va-row va-cast" role="group" aria-label="Presenter, voice, music and background">
          {props.cast.map((one) => (
            <button type="button" key={one.kind} className="va-btn va-chip" disabled={busy} aria-label={"Choose: " + one.label + (one.name ? ", now " + one.name : "")} onClick={() => run("browse", { kind: one.kind })}>
              <span className="va-quiet">{one.label}</span> {one.name || "…"}
            </button>
          ))}
        </div>
      )}
      <ol className="va-scenes">
        {scenes.map((scene) => (
          <Scene key={scene.id} scene={scene} count={scenes.length} tint={props.tint} fault={props.fault} aspect={props.aspect || "16:9"} busy={busy} turn={turn}
            changed={(props.changed || []).includes(scene.id)} send={send} say={say} drag={drag} />
        ))}
      </ol>
      {after && (
        <form className="va-row va-add" onSubmit={add}>
          <input type="text" className="va-field" autoFocus aria-label={"What is said in the new scene after scene " + after.number}
            placeholder={"What is said in the new scene after scene " + after.number + "?"} value={words} onChange={(e) => setWords(e.target.value)}
            onKeyDown={(e) => { if (e.key === "Escape") { setAdding(null); setWords("") } e.stopPropagation() }} />
          <button type="submit" className="va-btn va-main" disabled={!words.trim()}>Add</button>
          <button type="button" className="va-btn" onClick={() => { setAdding(null); setWords("") }}>Cancel</button>
        </form>
      )}
      {props.approve && (
        <div className="va-row va-foot">
          <span className="va-quiet va-small">{props.estimate}</span>
          <button type="button" className="va-btn va-main va-big" disabled={busy} onClick={() => run("command", { name: "approve" })}>Go ahead</button>
        </div>
      )}
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaBoard = window.vaBoard || Board)

export default <Lasting props={props} callAction={callAction} />
