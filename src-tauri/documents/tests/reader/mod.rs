//! What poppler and qpdf say of a PDF.

use std::process::Command;

/// Points to millimetres.
const MM: f64 = 25.4 / 72.0;
pub fn run(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).expect("written");
    let mut command = Command::new(program);
    for argument in arguments {
        if *argument == "FILE" {
            command.arg(&file)
        } else {
            command.arg(argument)
        };
    }
    let output = command
        .output()
        .unwrap_or_else(|e| panic!("{program} is needed by the tests: {e}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap_or_else(|_| panic!("{program} answers in UTF-8"))
}

pub fn text_of(pdf: &[u8]) -> String {
    run("pdftotext", &["-enc", "UTF-8", "FILE", "-"], pdf)
}

/// The text without what a reader may set between words.
pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A word of `pdftotext -bbox`, in millimetres from the page's upper left corner.
#[derive(Debug, Clone)]
pub struct Word {
    pub page: usize,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

pub fn words(pdf: &[u8]) -> Vec<Word> {
    let boxes = run("pdftotext", &["-bbox", "FILE", "-"], pdf);
    let mut page = 0;
    let mut words = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        } else if line.starts_with("<word ") {
            let number = |name: &str| -> f64 {
                let from = line.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
                let to = line[from..].find('"').expect("a quote") + from;
                line[from..to].parse::<f64>().expect("a number") * MM
            };
            let from = line.find('>').expect("a tag") + 1;
            words.push(Word {
                page,
                left: number("xMin"),
                top: number("yMin"),
                right: number("xMax"),
                bottom: number("yMax"),
                text: line[from..].trim_end_matches("</word>").to_owned(),
            });
        }
    }
    words
}

/// Dark pixels of one page, measured on the printed picture.
pub fn picture(pdf: &[u8], page: u32) -> (usize, usize, Vec<[u8; 3]>) {
    let number = page.to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let (file, out) = (folder.path().join("paper.pdf"), folder.path().join("page"));
    std::fs::write(&file, pdf).expect("written");
    let status = Command::new("pdftoppm")
        .args(["-r", "254", "-f", &number, "-l", &number, "-singlefile"])
        .args([&file, &out])
        .status()
        .expect("pdftoppm");
    assert!(status.success());
    let bytes = std::fs::read(out.with_extension("ppm")).expect("a picture");
    let mut head = bytes.splitn(4, |b| b.is_ascii_whitespace());
    let mut field = || {
        std::str::from_utf8(head.next().expect("a field"))
            .expect("text")
            .to_owned()
    };
    assert_eq!(field(), "P6");
    let (width, height): (usize, usize) = (field().parse().expect("a width"), field().parse().expect("a height"));
    let pixels = &bytes[bytes.len() - width * height * 3..];
    (width, height, pixels.as_chunks::<3>().0.to_vec())
}
