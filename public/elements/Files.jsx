import { Download } from "lucide-react"

function Files({ props }) {
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

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaFiles = window.vaFiles || Files)

export default <Lasting props={props} />
