import { Download } from "lucide-react"

export default function Files() {
  return (
    <section className="va va-card" aria-label="Files">
      <h3 style={{ marginBottom: 10 }}>Your files</h3>
      <div className="va-row">
        {(props.files || []).map((file) => (
          <a key={file.name} className="va-btn" href={file.address} download><Download size={16} /> {file.name}</a>
        ))}
      </div>
    </section>
  )
}
