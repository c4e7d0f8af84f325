// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "core/revisions/revisiondraft.h"

namespace socrates::cli {

/// A draft on the head of the database, with what the options of `new` say of its header.
core::Result<core::RevisionDraft>
draftFor(const Request& request, const core::DatabaseName& database, const QString& title);

/// Checks the draft as far as the connected databases allow, writes it when nothing is wrong (or
/// with --no-check), and tells both. `rehearses`: false for what the connected database has
/// already. `more` joins the document.
core::ExitCode finishDraft(Request& request, const core::RevisionDraft& draft,
                           const Sessions& sessions, bool rehearses, QJsonObject more = {});

} // namespace socrates::cli
