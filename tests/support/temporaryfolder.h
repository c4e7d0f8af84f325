// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace socrates::test {

/// A program may outlive the one that started it and use the folder for longer (the daemon of a
/// keyring, a console of Windows); then the folder is left.
struct RemoveIfFree
{
    void operator()(QTemporaryDir* folder) const
    {
        folder->setAutoRemove(QDir(folder->path()).removeRecursively());
        delete folder;
    }
};

/// A temporary folder that programs are started in.
using TemporaryFolder = std::unique_ptr<QTemporaryDir, RemoveIfFree>;

} // namespace socrates::test
