//! What happens when nobody reads the answer, or it cannot be written.

use crate::{Called, program};

#[test]
fn a_reader_who_leaves_is_no_failure() {
    for arguments in [
        &["params", "--json"][..],
        &["evaluate", "consulting"],
        &["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let called = Called::from(program(arguments).stdout(writer).output().unwrap());
        assert_eq!((called.status, called.said.as_str()), (0, ""));
    }
}

#[test]
fn a_stream_stops_quietly_when_nobody_reads() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let (questions, mut asker) = std::io::pipe().unwrap();
    std::io::Write::write_all(&mut asker, b"{\"formula\":\"erlang_b\"}\n").unwrap();
    drop(asker);
    let mut command = program(&["formula", "--stdin"]);
    let called = Called::from(command.stdin(questions).stdout(writer).output().unwrap());
    assert_eq!((called.status, called.said.as_str()), (0, ""));
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_exits_with_1() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let called = Called::from(program(&["presets"]).stdout(full).output().unwrap());
    assert_eq!(called.status, 1);
    assert!(
        called.said.contains("could not be written"),
        "{}",
        called.said
    );
}
