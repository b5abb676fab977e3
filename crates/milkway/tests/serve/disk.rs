//! A file system of a few megabytes, in memory; away with the test.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use super::folder::Folder;

pub struct Disk {
    folder: Folder,
}

impl Disk {
    /// None where this process may not mount, with the reason.
    pub fn mounted() -> Option<Self> {
        let disk = Self { folder: Folder::new() };
        if let Err(why) = disk.mount(&["-t", "tmpfs", "-o", "size=4m", "tmpfs"]) {
            let told = format!("skipped: no small file system can be mounted here ({why})\n");
            drop(std::io::stderr().write_all(told.as_bytes()));
            return None;
        }
        Some(disk)
    }

    pub fn path(&self) -> &Path {
        &self.folder.0
    }

    pub fn mount(&self, arguments: &[&str]) -> Result<(), String> {
        let output = Command::new("mount").args(arguments).arg(self.path()).output().map_err(|why| why.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        if output.status.success() { Ok(()) } else { Err(said) }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Fails when nothing was mounted, which is as well.
        drop(Command::new("umount").arg(self.path()).output());
    }
}
