// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/terminal.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <cstdio>
#include <mutex>

namespace socrates::cli {

/// The two streams and their rules: results on standard output, messages on standard error; with
/// --json exactly one document on standard output. Whatever is printed passes redacted() and
/// printable() first, except SQL of the project's own files, which must stay as it is but for what
/// a terminal would obey. Thread-safe.
class Output
{
public:
    Output(bool isJson, bool mayColour);

    bool isJson() const { return m_isJson; }

    /// A result for people: standard output, and nothing at all with --json.
    void text(const QString& text);
    /// SQL from the project's files: not redacted, not coloured, and exact unless a terminal shows
    /// it.
    void sql(const QString& text);
    /// A message on standard error.
    void message(const QString& text);
    /// The document of --json; nothing without it.
    void document(const QJsonObject& document);

    /// Tells what prevented the command, in both forms, and answers with the exit code.
    /// `more` is added to the document.
    core::ExitCode failed(const core::Errors& errors, const QJsonObject& more = {});
    core::ExitCode failed(const core::Error& error, const QJsonObject& more = {})
    {
        return failed(core::Errors{error}, more);
    }

    /// A line that the next one overwrites; only on a terminal. Empty: remove it.
    void progress(const QString& line);

private:
    void write(FILE* stream, const QString& text, bool isColoured);

    std::mutex m_mutex;
    terminal::Console m_console;
    bool m_isJson = false;
    bool m_isOutputColoured = false;
    bool m_isErrorColoured = false;
    bool m_hasProgress = false;
    bool m_isProgressShown = false;
};

/// redacted(), skipped where there is nothing to redact.
QString safe(const QString& text);

} // namespace socrates::cli
