import { useEffect, useRef, useState } from "react"
import { Download, MessageSquare, Undo2 } from "lucide-react"

const clock = (s) => Math.floor(s / 60) + ":" + String(Math.floor(s % 60)).padStart(2, "0")

export default function Draft() {
  const video = useRef(null)
  const [now, setNow] = useState(0)
  const [words, setWords] = useState("")
  const [before, setBefore] = useState(false)
  const [busy, setBusy] = useState(false)
  const chapters = props.chapters || []
  const current = chapters.filter((c) => c.start <= now + 0.05).pop()
  const run = async (name, payload) => { setBusy(true); try { await callAction({ name, payload }) } finally { setBusy(false) } }
  const jump = (seconds) => { if (video.current) { video.current.currentTime = seconds + 0.01; setNow(seconds) } }
  useEffect(() => { if (video.current && now) video.current.currentTime = now }, [before])
  const comment = (event) => {
    event.preventDefault()
    if (!words.trim()) return
    run("comment", { text: words.trim(), at_seconds: video.current ? video.current.currentTime : 0 })
    setWords("")
  }
  return (
    <section className="va va-card va-player" aria-label={"Draft " + props.draft}>
      <div className="va-row va-spread" style={{ marginBottom: 10 }}>
        <h3>{props.label || "Draft " + props.draft}</h3>
        <span className="va-quiet va-small">{props.told}</span>
      </div>
      <video ref={video} controls playsInline preload="metadata" key={before ? "before" : "after"} poster={props.poster}
        src={before && props.previous ? props.previous : props.video} aria-label={props.title || "The video"}
        onTimeUpdate={(e) => setNow(e.target.currentTime)}>
        {props.captions && <track kind="captions" src={props.captions} srcLang={props.language || "en"} label="Captions" />}
      </video>
      <div className="va-chapters" role="group" aria-label="Scenes">
        {chapters.map((c) => (
          <button type="button" key={c.id} className={"va-btn" + (current && current.id === c.id ? " va-now" : "")} onClick={() => jump(c.start)}>
            <span>{clock(c.start)} {c.title}{c.changed ? " ●" : ""}</span>
          </button>
        ))}
      </div>
      <form className="va-row" style={{ flexWrap: "nowrap" }} onSubmit={comment}>
        <input type="text" className="va-field" aria-label={"Comment at " + clock(now)} placeholder={"What should be different at " + clock(now) + "?"}
          value={words} disabled={busy} onChange={(e) => setWords(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
        <button type="submit" className="va-btn va-main" disabled={busy || !words.trim()}><MessageSquare size={16} /> Send</button>
      </form>
      <div className="va-row" style={{ marginTop: 10 }}>
        {props.previous && (
          <button type="button" className="va-btn" aria-pressed={before} onClick={() => setBefore(!before)}>
            {before ? "Showing before" : "Compare with before"}
          </button>
        )}
        {props.previous && (
          <button type="button" className="va-btn" disabled={busy} onClick={() => run("command", { name: "undo" })}><Undo2 size={16} /> Undo</button>
        )}
        <a className="va-btn" href={props.video + "?download=true"} download><Download size={16} /> Download</a>
        {(props.exports || []).map((one) => (
          <button type="button" key={one.value} className="va-btn" disabled={busy} onClick={() => run("command", { name: "export", value: one.value })}>{one.label}</button>
        ))}
      </div>
      {(props.findings || []).length > 0 && (
        <ul className="va-small va-quiet" style={{ margin: "10px 0 0", paddingLeft: 18 }}>
          {props.findings.map((finding, n) => <li key={n}>{finding}</li>)}
        </ul>
      )}
    </section>
  )
}
