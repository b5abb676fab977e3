//! A file that is added to the guide is a reason to build again.

fn main() {
    println!("cargo::rerun-if-changed=../../protocols/guide");
    println!("cargo::rerun-if-changed=../../protocols/article");
    println!("cargo::rerun-if-changed=build.rs");
}
